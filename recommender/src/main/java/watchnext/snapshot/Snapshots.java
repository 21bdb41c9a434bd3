package watchnext.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.assembly.RankerKind;
import watchnext.assembly.Rankers;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.ServedOrder;
import watchnext.assembly.SourceKind;
import watchnext.catalog.Catalog;
import watchnext.feature.content.UserAttributes;
import watchnext.index.FrozenIndex;
import watchnext.math.Matrix;
import watchnext.model.mf.AlsModel;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.popularity.Segments;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.model.ranker.TreeEnsemble;
import watchnext.model.twotower.TwoTower;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.PopularityWindow;
import watchnext.settings.Settings;
import watchnext.tensor.Tensors;

/**
 * Models to a snapshot's folder and back. What comes back gives the same scores to the bit, and is
 * refused when parts do not belong together. <i>Stateless.</i>
 */
public final class Snapshots {

  private static final List<String> ATTRIBUTES = List.of("country", "language", "device", "age");

  private Snapshots() {}

  /** Beside {@code folder}: "snapshot.rejected" for "snapshot". */
  public static Path rejectedPlace(Path folder) {
    Path place = SnapshotPlace.of(folder);
    return place.resolveSibling(place.getFileName() + ".rejected");
  }

  /**
   * Asks, before any work, whether a rebuild could be written to {@code folder} or, rejected,
   * beside it.
   *
   * @throws SnapshotException when one of the two is something else than a snapshot
   * @throws IOException when no folder can be made there
   */
  public static void requirePlace(Path folder) throws IOException {
    Path place = SnapshotPlace.of(folder);
    SnapshotPlace.refuseForeign(place);
    SnapshotPlace.refuseForeign(rejectedPlace(folder));
    WritableFolder.require(place.resolveSibling(""));
  }

  /**
   * Writes {@code models} to {@code folder}, whole or not at all. Only {@code pipeline.Rebuilt}
   * calls this: it knows what the gate said.
   *
   * @param settings what the rebuild was asked for, before validation chose
   * @param gate every check, passed or not
   * @throws SnapshotException when the folder is something else than a snapshot, or the models do
   *     not belong together and could not be read back
   */
  public static Manifest write(
      Path folder, Models models, RebuildConfig settings, List<GateCheck> gate) throws IOException {
    requireFit(models);
    Map<String, Tensors> parts = new LinkedHashMap<>();
    parts.put("two-tower", models.twoTower().toTensors());
    parts.put("attributes", attributes(models.attributes()));
    parts.put("vectors", Tensors.builder().put("vectors", models.videoVectors()).build());
    parts.put("index", models.index().toTensors());
    parts.put("als", models.als().toTensors());
    parts.put("neighbours", models.neighbours().toTensors());
    parts.put("segments", models.segments().toTensors());
    models.rankers().logistic().ifPresent(model -> parts.put("logistic", model.toTensors()));
    models.rankers().gbdt().ifPresent(model -> parts.put("gbdt", model.toTensors()));
    models.rankers().neural().ifPresent(model -> parts.put("neural", model.toTensors()));
    return SnapshotStore.write(
        folder,
        new SnapshotStore.Draft(
            models.provenance(),
            models.config(),
            Settings.print(settings),
            Map.of(
                "popularity",
                models.popularity().name(),
                "page",
                models.order().page().name(),
                "leading",
                models.order().leading().name(),
                "offered",
                models.order().offered().stream().map(Enum::name).collect(Collectors.joining(","))),
            gate,
            Map.of(
                "users", models.catalog().users().size(),
                "videos", models.catalog().videos().size(),
                "dimension", models.videoVectors().columns(),
                "features", Assembly.rowEncoder(models).width()),
            models.catalog(),
            parts));
  }

  /**
   * Reads a folder back and checks all of it.
   *
   * @throws SnapshotException when anything is missing, damaged, or does not belong together
   */
  public static Models read(Path folder) throws IOException {
    SnapshotStore.Contents contents = SnapshotStore.read(folder);
    try {
      Models models = models(contents);
      requireFit(models);
      return models;
    } catch (SnapshotException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(folder + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Reads the receipt alone: what a snapshot is and was made from. */
  public static Manifest manifest(Path folder) throws IOException {
    return SnapshotStore.readManifest(folder);
  }

  private static Models models(SnapshotStore.Contents contents) {
    Manifest manifest = contents.manifest();
    return new Models(
        manifest.provenance(),
        contents.catalog(),
        TwoTower.fromTensors(contents.part("two-tower")),
        attributes(contents.part("attributes")),
        contents.part("vectors").matrix("vectors"),
        FrozenIndex.fromTensors(contents.part("index")),
        AlsModel.of(contents.part("als")),
        ItemNeighbours.of(contents.part("neighbours")),
        Segments.of(contents.part("segments")),
        PopularityWindow.valueOf(manifest.choices().getOrDefault("popularity", "")),
        new Rankers(
            contents.find("logistic").map(MultiTaskNetwork::fromTensors),
            contents.find("gbdt").map(TreeEnsemble::fromTensors),
            contents.find("neural").map(MultiTaskNetwork::fromTensors)),
        order(manifest),
        manifest.config());
  }

  private static ServedOrder order(Manifest manifest) {
    String offered = manifest.choices().getOrDefault("offered", "");
    return new ServedOrder(
        RankerKind.valueOf(manifest.choices().getOrDefault("page", "")),
        SourceKind.valueOf(manifest.choices().getOrDefault("leading", "")),
        offered.isEmpty()
            ? List.of()
            : Stream.of(offered.split(",", -1)).map(RankerKind::valueOf).toList());
  }

  /** Parts of two snapshots are each whole, and still do not make one. */
  private static void requireFit(Models models) {
    Catalog catalog = models.catalog();
    int videos = catalog.videos().size();
    Matrix vectors = models.videoVectors();
    requireEqual("videos of vectors and catalogue", vectors.rows(), videos);
    requireEqual("videos of index and catalogue", models.index().size(), videos);
    requireEqual("videos of factors and catalogue", models.als().videos().rows(), videos);
    requireEqual("videos of neighbours and catalogue", models.neighbours().size(), videos);
    requireEqual("videos of segments and catalogue", models.segments().size(), videos);
    requireEqual("dimensions of index and vectors", models.index().dimension(), vectors.columns());
    requireEqual(
        "dimensions of towers and vectors", models.twoTower().dimension(), vectors.columns());
    requireEqual(
        "values of attributes and of the user tower",
        models.attributes().width(),
        models.twoTower().attributesWidth());
    RowEncoder encoder = Assembly.rowEncoder(models.retrievers());
    try {
      models.rankers().logistic().ifPresent(m -> encoder.requireFeatures(m.featureNames()));
      models.rankers().gbdt().ifPresent(m -> encoder.requireFeatures(m.featureNames()));
      models.rankers().neural().ifPresent(m -> encoder.requireFeatures(m.featureNames()));
      for (RankerKind kind : models.order().offered()) {
        models.rankers().of(kind, models.order().blended(), models.config().objective());
      }
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireEqual(String what, int a, int b) {
    if (a != b) {
      throw new SnapshotException(what + " must be equal, are " + a + " and " + b);
    }
  }

  /** The number of values of each attribute, and each value as a setting of its own. */
  private static Tensors attributes(UserAttributes attributes) {
    Tensors.Builder tensors = Tensors.builder();
    for (int i = 0; i < ATTRIBUTES.size(); i++) {
      List<String> values = attributes.values().get(i);
      tensors.set(ATTRIBUTES.get(i), Integer.toString(values.size()));
      for (int v = 0; v < values.size(); v++) {
        tensors.set(ATTRIBUTES.get(i) + "." + v, values.get(v));
      }
    }
    return tensors.build();
  }

  private static UserAttributes attributes(Tensors tensors) {
    List<List<String>> values = new ArrayList<>();
    for (String name : ATTRIBUTES) {
      List<String> known = new ArrayList<>();
      int count = Integer.parseInt(tensors.setting(name));
      for (int v = 0; v < count; v++) {
        known.add(tensors.setting(name + "." + v));
      }
      values.add(known);
    }
    return UserAttributes.of(values);
  }
}
