package watchnext.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchnext.assembly.Models;
import watchnext.snapshot.Snapshots;

/** The rooms of the house and the arrows between them: what a package may import of our own. */
@Tag("architecture")
class ArrowsTest {

  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          // data: what can be said without a model
          Map.entry("require", List.of()),
          Map.entry("measure", List.of()),
          Map.entry("settings", List.of()),
          Map.entry("catalog", List.of()),
          Map.entry("event", List.of("catalog")),
          Map.entry("ingest", List.of("catalog", "event")),
          Map.entry("synthetic", List.of("catalog", "event", "measure")),
          Map.entry("calibration", List.of("catalog", "event", "measure", "synthetic")),
          Map.entry("feature", List.of("catalog", "event")),
          Map.entry("dataset", List.of("catalog", "event", "feature")),
          // recommender
          Map.entry("task", List.of("catalog", "feature", "math")),
          Map.entry("math", List.of()),
          Map.entry("tensor", List.of("math")),
          Map.entry("model", List.of("math", "tensor", "measure", "catalog", "feature", "dataset")),
          Map.entry("index", List.of("math", "tensor")),
          Map.entry("retrieval", List.of("task", "catalog", "feature", "math", "model", "index")),
          Map.entry("ranking", List.of("task", "catalog", "feature", "math", "model")),
          Map.entry("reranking", List.of("task", "catalog", "math")),
          Map.entry(
              "funnel",
              List.of("task", "catalog", "feature", "math", "retrieval", "ranking", "reranking")),
          Map.entry(
              "evaluation",
              List.of(
                  "task",
                  "measure",
                  "catalog",
                  "event",
                  "feature",
                  "dataset",
                  "retrieval",
                  "ranking")),
          Map.entry(
              "assembly",
              List.of(
                  "catalog",
                  "feature",
                  "task",
                  "math",
                  "model",
                  "index",
                  "retrieval",
                  "ranking",
                  "reranking",
                  "funnel",
                  "evaluation")),
          Map.entry(
              "snapshot",
              List.of(
                  "catalog",
                  "event",
                  "feature",
                  "math",
                  "tensor",
                  "model",
                  "index",
                  "retrieval",
                  "ranking",
                  "assembly")),
          Map.entry(
              "serving",
              List.of(
                  "catalog",
                  "feature",
                  "math",
                  "model",
                  "index",
                  "funnel",
                  "assembly",
                  "snapshot")),
          Map.entry(
              "pipeline",
              List.of(
                  "catalog",
                  "event",
                  "feature",
                  "dataset",
                  "measure",
                  "task",
                  "math",
                  "model",
                  "index",
                  "retrieval",
                  "ranking",
                  "funnel",
                  "evaluation",
                  "assembly",
                  "snapshot")),
          Map.entry(
              "study",
              List.of(
                  "catalog",
                  "event",
                  "synthetic",
                  "calibration",
                  "feature",
                  "dataset",
                  "task",
                  "math",
                  "model",
                  "index",
                  "retrieval",
                  "ranking",
                  "reranking",
                  "funnel",
                  "evaluation",
                  "assembly",
                  "snapshot",
                  "pipeline",
                  "measure",
                  "result")),
          Map.entry("result", List.of("evaluation")),
          Map.entry(
              "simulation",
              List.of(
                  "catalog",
                  "event",
                  "synthetic",
                  "feature",
                  "dataset",
                  "task",
                  "model",
                  "retrieval",
                  "reranking",
                  "funnel",
                  "assembly",
                  "pipeline",
                  "evaluation",
                  "result")));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("watchnext");

  static Stream<Arguments> rooms() {
    return MAY_IMPORT.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0} imports only {1}")
  @MethodSource("rooms")
  void aRoomImportsOnlyWhatItMay(String room, List<String> mayImport) {
    List<String> allowed = new ArrayList<>();
    allowed.add(pattern(room));
    allowed.add(pattern("require")); // the ground floor: every room stands on it
    allowed.add(pattern("settings")); // documents and changes any record of settings
    mayImport.forEach(other -> allowed.add(pattern(other)));
    noClasses()
        .that()
        .resideInAPackage(pattern(room))
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("watchnext..")
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new)))))
        .check(OURS);
  }

  @Test
  void everyRoomStandsInTheTable() {
    TreeSet<String> rooms = new TreeSet<>();
    for (JavaClass type : OURS) {
      String below = type.getPackageName().replaceFirst("^watchnext\\.?", "");
      rooms.add(below.contains(".") ? below.substring(0, below.indexOf('.')) : below);
    }
    rooms.remove("app");
    assertThat(MAY_IMPORT.keySet()).containsExactlyInAnyOrderElementsOf(rooms);
  }

  @Test
  void aSnapshotIsWrittenOnlyByWhatKnowsTheGate() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("watchnext.pipeline.Rebuilt")
        .should()
        .callMethod(Snapshots.class, "write", Path.class, Models.class, List.class)
        .check(OURS);
  }

  @Test
  void nobodyImportsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("watchnext.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("watchnext.app..")
        .check(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mf.AlsModel",
        "popularity.Segments",
        "neighbours.ItemNeighbours",
        "twotower.TwoTower",
        "ranker.TreeEnsemble",
        "ranker.MultiTaskNetwork"
      })
  void whatServesDoesNotKnowWhatItWasTrainedOn(String model) {
    noClasses()
        .that()
        .haveFullyQualifiedName("watchnext.model." + model)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("watchnext.dataset..")
        .check(OURS);
  }

  @Test
  void theTruthOfTheWorldIsSeenByNoFeatureAndNoModel() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "watchnext.synthetic..",
            "watchnext.calibration..",
            "watchnext.app..",
            "watchnext.simulation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("watchnext.synthetic.truth..")
        .check(OURS);
  }

  @Test
  void nothingIsEverDeserialized() {
    noClasses()
        .should()
        .callMethod(java.io.ObjectInputStream.class, "readObject")
        .orShould()
        .callMethod(java.io.ObjectOutputStream.class, "writeObject", Object.class)
        .check(OURS);
  }

  @Test
  void onlyTheCommandLineParsesArguments() {
    classes()
        .that()
        .resideOutsideOfPackage("watchnext.app..")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("picocli..")))
        .check(OURS);
  }

  private static String pattern(String room) {
    return "watchnext." + room + "..";
  }
}
