package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.assembly.Provenance;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.Context;
import watchnext.catalog.User;
import watchnext.dataset.Interactions;
import watchnext.dataset.TemporalSplit;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.feature.Replay;
import watchnext.feature.content.UserAttributes;
import watchnext.fixture.SmallRebuild;
import watchnext.funnel.Funnel;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsTrainer;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.neighbours.NeighboursTrainer;
import watchnext.model.popularity.SegmentsConfig;
import watchnext.model.popularity.SegmentsTrainer;
import watchnext.settings.Settings;
import watchnext.snapshot.Fingerprint;
import watchnext.snapshot.Forger;
import watchnext.snapshot.GateCheck;
import watchnext.snapshot.Manifest;
import watchnext.snapshot.SnapshotCheck;
import watchnext.snapshot.SnapshotException;
import watchnext.snapshot.Snapshots;
import watchnext.task.Request;
import watchnext.task.Slate;
import watchnext.tensor.TensorFile;
import watchnext.tensor.Tensors;

/** The offline page on a tiny world with small models: whole, honest about time, repeatable. */
@Tag("quality")
class RebuildTest {

  private static final Recording RECORDING = SmallRebuild.RECORDING;
  private static final TemporalSplit SPLIT = SmallRebuild.SPLIT;

  private static Rebuilt rebuilt;

  @TempDir private Path folder;

  @BeforeAll
  static void rebuildOnce() {
    rebuilt = SmallRebuild.once();
  }

  @Test
  void everyCheckOfTheGateIsThereAndPassed() {
    assertThat(rebuilt.gate()).allMatch(GateCheck::passed);
    assertThat(rebuilt.gate())
        .extracting(GateCheck::rule)
        .containsExactly(
            "video vectors are finite",
            "factors of videos are finite",
            "index recall@100 is at least 0.90",
            "validation ndcg@10 of the page is not below popular beyond the paired interval",
            "validation recall@10 of the page is not below popular beyond the paired interval");
    assertThat(SnapshotCheck.of(rebuilt.models())).hasSize(6);
  }

  @Test
  void theProvenanceSaysWhatItWasMadeFrom() {
    Provenance provenance = rebuilt.models().provenance();
    assertThat(provenance.dataSource()).isEqualTo("world:tiny");
    assertThat(provenance.dataFingerprint()).isEqualTo(Fingerprint.of(RECORDING));
    assertThat(provenance.trainedBefore()).isEqualTo(SPLIT.testFrom());
    assertThat(provenance.version())
        .matches("2024-01-\\d\\d-" + provenance.dataFingerprint().substring(0, 8) + "-1");
  }

  @Test
  void modelsReadBackMakeTheSamePagesToTheBit() throws IOException {
    rebuilt.publish(folder.resolve("snapshot"));
    Models back = Snapshots.read(folder.resolve("snapshot"));
    List<Slate> pages = pages(rebuilt.models());
    assertThat(pages(back)).isEqualTo(pages);
    assertThat(pages).hasSize(20).allMatch(page -> page.items().size() == 10);
    assertThat(back.config()).isEqualTo(rebuilt.models().config());
    assertThat(back.provenance()).isEqualTo(rebuilt.models().provenance());
  }

  @Test
  void aPartOfAnotherRebuildIsRefused() throws IOException {
    Path one = folder.resolve("one");
    rebuilt.publish(one);
    Models other = with(otherFactors(600), rebuilt.models().attributes());
    openly(other).publish(folder.resolve("other"));
    byte[] foreign = Files.readAllBytes(folder.resolve("other/als.safetensors"));
    assertThat(foreign).hasSameSizeAs(Files.readAllBytes(one.resolve("als.safetensors")));
    Files.write(one.resolve("als.safetensors"), foreign);
    assertThatThrownBy(() -> Snapshots.read(one))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("als.safetensors is damaged: its SHA-256 is not the manifest's");
  }

  @Test
  void aPartOfAnotherCatalogueIsRefusedEvenWhenTheManifestAgrees() throws IOException {
    Path one = folder.resolve("one");
    rebuilt.publish(one);
    Path part = folder.resolve("als.safetensors");
    TensorFile.write(otherFactors(599).toTensors(), part);
    Forger.forgePart(one, "als.safetensors", Files.readAllBytes(part));
    assertThatThrownBy(() -> Snapshots.read(one))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("videos of factors and catalogue must be equal, are 599 and 600");
  }

  @Test
  void sourcesOfAnotherCatalogueAreRefusedToo() throws IOException {
    Interactions watches = Interactions.of(300, 599, new int[] {0, 1}, new int[] {2, 3});
    NeighboursConfig config = rebuilt.models().config().neighbours();
    List<User> users = RECORDING.catalog().users();
    Map<String, Tensors> strangers =
        Map.of(
            "neighbours", NeighboursTrainer.train(watches, config).toTensors(),
            "segments", SegmentsTrainer.train(watches, users, SegmentsConfig.DEFAULT).toTensors());
    for (String name : strangers.keySet()) {
      Path one = folder.resolve("with-other-" + name);
      rebuilt.publish(one);
      Path part = folder.resolve(name + ".safetensors");
      TensorFile.write(strangers.getOrDefault(name, Tensors.builder().build()), part);
      Forger.forgePart(one, name + ".safetensors", Files.readAllBytes(part));
      assertThatThrownBy(() -> Snapshots.read(one))
          .isInstanceOf(SnapshotException.class)
          .hasMessage("videos of " + name + " and catalogue must be equal, are 599 and 600");
    }
  }

  @Test
  void theCheckOfASnapshotSaysWhatItsSourcesHold() {
    assertThat(SnapshotCheck.of(rebuilt.models()))
        .anyMatch(line -> line.matches("neighbours are in order: \\d+ of 600 videos"))
        .anyMatch(line -> line.matches("popularity by segment: \\d+ segments of 600 videos"));
  }

  @Test
  void modelsThatDoNotBelongTogetherAreNotEvenWritten() {
    Models strangers = with(rebuilt.models().als(), UserAttributes.fit(List.of()));
    assertThatThrownBy(() -> openly(strangers).publish(folder.resolve("strangers")))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("values of attributes and of the user tower must be equal");
    assertThat(folder.resolve("strangers")).doesNotExist();
  }

  @Test
  void whatTheGateRejectsIsNotPublishedAndKeptBesideTheIncumbent() throws IOException {
    Path place = folder.resolve("snapshot");
    rebuilt.publish(place);
    GateCheck failed = new GateCheck("page is above popularity", "0.01 against 0.03", false);
    Rebuilt closed = judged(rebuilt.models(), rebuilt.gate().get(0), failed);
    assertThatThrownBy(() -> closed.publish(place))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("only what passes the gate is published, failed: page is above popularity");
    for (int night = 0; night < 2; night++) {
      closed.reject(place);
    }
    Path rejected = folder.resolve("snapshot.rejected");
    assertThat(Snapshots.manifest(rejected).failed()).containsExactly(failed);
    assertThat(pages(Snapshots.read(rejected))).isEqualTo(pages(rebuilt.models()));
    assertThat(Snapshots.manifest(place).failed()).isEmpty();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("snapshot", "snapshot.rejected");
  }

  @Test
  void whatPassesTheGateIsNotRejected() {
    assertThatThrownBy(() -> rebuilt.reject(folder.resolve("snapshot")))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("only what fails the gate is rejected, failed: nothing");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
    Snapshots.requirePlace(folder.resolve("deep/snapshot"));
    Path foreign = Files.createDirectories(folder.resolve("snapshot.rejected"));
    Files.writeString(foreign.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> Snapshots.requirePlace(folder.resolve("snapshot")))
        .hasMessageContaining("snapshot.rejected is not a snapshot and not empty");
    Path file = foreign.resolve("notes.txt");
    assertThatThrownBy(() -> Snapshots.requirePlace(file.resolve("snapshot")))
        .hasMessage(file + " must be a folder, is none");
  }

  private static Rebuilt openly(Models models) {
    return judged(models, new GateCheck("all is well", "it is", true));
  }

  @Test
  void theSettingsOfASnapshotRebuildItAlike() throws IOException {
    Path snapshot = folder.resolve("snapshot");
    rebuilt.publish(snapshot);
    Path file = snapshot.resolve("settings.yaml");
    assertThat(Snapshots.manifest(snapshot).parts())
        .extracting(Manifest.Part::name)
        .contains("settings.yaml");
    RebuildConfig settings =
        Settings.read(RebuildConfig.defaults(1), file.toString(), Files.readString(file));
    Rebuilt again = Rebuild.run(RECORDING, SPLIT, settings, "world:tiny", "test", line -> {});
    assertThat(again.gate()).isEqualTo(rebuilt.gate());
    assertThat(again.models().config().quotas()).isEqualTo(rebuilt.models().config().quotas());
    assertThat(again.models().order()).isEqualTo(rebuilt.models().order());
    assertThat(again.models().videoVectors().data())
        .containsExactly(rebuilt.models().videoVectors().data());
    assertThat(again.models().als().videos().data())
        .containsExactly(rebuilt.models().als().videos().data());
    String page = OrderChoice.row(again.models().order());
    assertThat(again.validation().row(page).metrics())
        .isEqualTo(rebuilt.validation().row(page).metrics());
  }

  @Test
  void modelsServeOtherSettingsOnlyWhereNothingIsTrained() {
    Models models = rebuilt.models();
    RebuildConfig capped =
        Settings.with(models.config(), "page.mostPerCreator=1", "evaluation.maxRequests=60");
    assertThat(models.served(capped).config()).isEqualTo(capped);
    RebuildConfig trained = Settings.with(capped, "twoTower.epochs=3");
    assertThatThrownBy(() -> models.served(trained))
        .hasMessage(
            "only settings of evaluation, objective, page, quotas can change without training,"
                + " changed were twoTower");
  }

  private static Rebuilt judged(Models models, GateCheck... checks) {
    return new Rebuilt(
        models, models.config(), SPLIT, List.of(checks), rebuilt.curves(), rebuilt.validation());
  }

  private static AlsModel otherFactors(int videos) {
    Interactions watches = Interactions.of(300, videos, new int[] {0, 1}, new int[] {2, 3});
    AlsConfig config = rebuilt.models().config().als();
    return AlsTrainer.train(watches, config, line -> {}, new SplittableRandom(2));
  }

  private static Models with(AlsModel als, UserAttributes attributes) {
    Models models = rebuilt.models();
    return new Models(
        models.provenance(),
        models.catalog(),
        models.twoTower(),
        attributes,
        models.videoVectors(),
        models.index(),
        als,
        models.neighbours(),
        models.segments(),
        models.popularity(),
        models.rankers(),
        models.order(),
        models.config());
  }

  /** Whole days of test events more or fewer must leave every number of the snapshot as it is. */
  @Test
  void deletingTheTestPeriodChangesNothingThatIsTrained() throws IOException {
    EventLog log = RECORDING.events();
    Recording cut =
        new Recording(
            RECORDING.name(),
            RECORDING.catalog(),
            log.before(log.indexAt(SPLIT.testFrom())),
            RECORDING.rhythm(),
            RECORDING.licence());
    assertThat(cut.events().size()).isLessThan(log.size() * 9 / 10);
    Rebuilt again = SmallRebuild.of(cut);
    Manifest full = rebuilt.publish(folder.resolve("full"));
    Manifest shorter = again.publish(folder.resolve("cut"));
    assertThat(shorter.parts()).hasSize(13).isEqualTo(full.parts());
    assertThat(shorter.choices()).isEqualTo(full.choices());
    assertThat(again.gate().get(3)).isEqualTo(rebuilt.gate().get(3));
    assertThat(again.curves().twoTowerLoss()).isEqualTo(rebuilt.curves().twoTowerLoss());
  }

  /** Pages of the first twenty users at the cut. */
  private static List<Slate> pages(Models models) {
    FeatureState state =
        new Replay(RECORDING.events(), new FeatureState(RECORDING.catalog()))
            .advanceTo(SPLIT.testFrom());
    Funnel funnel = new Funnel(Assembly.stages(models), state);
    return RECORDING.catalog().users().subList(0, 20).stream()
        .map(user -> new Request(user.id(), Context.at(SPLIT.testFrom()), 10))
        .map(request -> funnel.recommend(request).slate())
        .toList();
  }
}
