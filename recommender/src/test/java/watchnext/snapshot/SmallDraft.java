package watchnext.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.assembly.Provenance;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

/** Contents of a snapshot of a few hundred bytes, which no model could be made of. */
final class SmallDraft {

  static final Catalog CATALOG =
      new Catalog(
          List.of(
              User.unknown("u"),
              new User("\u30e6\u30fc\u30b6\u30fc", "jp", "ja", "tv", "18-24", -5)),
          List.of(
              new Video("v", "", "", List.of(), "", 0, Video.ALWAYS_THERE),
              new Video("w", "A \"title\"\n\ud83c\udfac", "c", List.of("a", "b"), "en", 0.1, 7)));

  static final Recording RECORDING =
      new Recording(
          "small", CATALOG, new EventLogBuilder(CATALOG).build(), Recording.Rhythm.DAILY, "");

  private SmallDraft() {}

  /** A draft whose parts are called as given. */
  static SnapshotStore.Draft of(String version, String... parts) {
    Map<String, Tensors> tensors = new LinkedHashMap<>();
    for (String part : parts) {
      tensors.put(
          part, Tensors.builder().set("of", version).put("x", new float[] {1, 2, 3}, 3).build());
    }
    return new SnapshotStore.Draft(
        new Provenance(version, "csv:files", "small", "abcdef", 100, 1, "none"),
        RebuildConfig.defaults(1),
        Settings.print(RebuildConfig.defaults(1)),
        Map.of("popularity", "DAY"),
        List.of(new GateCheck("all is well", "it is", true)),
        Map.of("videos", 2),
        CATALOG,
        tensors);
  }
}
