package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.RequestInstant;
import watchnext.event.Recording;
import watchnext.fixture.SmallRebuild;
import watchnext.math.Matrix;
import watchnext.model.ranker.RankerRows;
import watchnext.model.ranker.RankerRowsBuilder;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;

/** Rows of the tiny world: as they are, and with one feature that gives the training rows away. */
@Tag("quality")
class RowsAlikeTest {

  private static final Recording RECORDING = SmallRebuild.RECORDING;
  private static final TemporalSplit SPLIT = SmallRebuild.SPLIT;
  private static final Models MODELS = SmallRebuild.once().models();
  private static final RetrievalStage RETRIEVAL = Assembly.retrieval(MODELS);
  private static final RowEncoder ENCODER = Assembly.rowEncoder(MODELS);

  private static final RowsAlike ALIKE = new RowsAlike(RETRIEVAL, ENCODER, new SplittableRandom(1));
  private static final TrainingRows TRAINING =
      new TrainingRows(
          RETRIEVAL,
          ENCODER,
          new FutureLabels(RECORDING, SPLIT.validationFrom(), 7),
          40,
          new SplittableRandom(1));

  @BeforeAll
  static void replay() {
    List<RequestInstant> requests =
        EvaluationProtocol.DEFAULT.instants(RECORDING, SPLIT.rankerFrom(), SPLIT.validationFrom());
    LogPass pass = new LogPass();
    for (RequestInstant request : requests) {
      pass.at(request.epochSecond(), state -> TRAINING.add(request, state));
      pass.at(request.epochSecond(), state -> ALIKE.serve(request, state));
    }
    pass.run(RECORDING, line -> {});
  }

  @Test
  void rowsOfTheSameStagesCannotBeToldApart() {
    assertThat(ALIKE.auc(TRAINING.build(), TRAINING::user, 1)).isBetween(0.45, 0.55);
  }

  @Test
  void oneFeatureThatDiffersGivesTheTrainingRowsAway() {
    RankerRows rows = TRAINING.build();
    RankerRowsBuilder marked = new RankerRowsBuilder(rows.featureNames());
    for (int g = 0; g < rows.groups(); g++) {
      for (int row = rows.start(g); row < rows.end(g); row++) {
        float[] features = rows.features().row(row);
        features[0] += 5;
        marked.add(features, 0, 0, 0);
      }
      marked.endGroup();
    }
    assertThat(ALIKE.auc(marked.build(), TRAINING::user, 1)).isGreaterThan(0.9);
  }

  @Test
  void tooFewRowsSayNothing() {
    RankerRows none =
        new RankerRows(
            new Matrix(0, ENCODER.width()),
            new int[1],
            new int[0],
            new float[3][0],
            ENCODER.featureNames());
    RowsAlike nobody = new RowsAlike(RETRIEVAL, ENCODER, new SplittableRandom(1));
    assertThat(nobody.auc(none, group -> 0, 1)).isNaN();
  }
}
