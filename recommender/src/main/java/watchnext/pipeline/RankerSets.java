package watchnext.pipeline;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationRequest;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.index.ExactIndex;
import watchnext.model.ranker.RankerRows;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;

/**
 * What the rankers are trained on and judged by, made in one replay: rows of requests of the
 * rankers' part of train, and all candidates of the validation requests. Both kinds of requests are
 * those of {@link EvaluationProtocol}, and both meet stage 1 as serving does. <i>Confined: one
 * rebuild.</i>
 */
final class RankerSets {

  private final Recording recording;
  private final TemporalSplit split;
  private final TrainingRows training;
  private final ValidationAnswers answers;
  private final LogPass pass = new LogPass();
  private final RebuildConfig config;
  private RankerRows train = RankerRows.NONE;
  private RankerRows validation = RankerRows.NONE;

  /** Sets over the models that were {@code chosen}. */
  RankerSets(Recording recording, TemporalSplit split, SourceChoice.Chosen chosen) {
    this.recording = recording;
    this.split = split;
    this.config = chosen.config();
    Sources sources =
        new Sources(
            VideoTables.of(recording.catalog(), chosen.retrievers()),
            chosen.retrievers(),
            chosen.popularity(),
            new ExactIndex(chosen.retrievers().videoVectors()),
            config.seed());
    RetrievalStage retrieval = sources.stage(config.quotas());
    RowEncoder encoder = Assembly.rowEncoder(chosen.retrievers());
    this.training =
        new TrainingRows(
            retrieval,
            encoder,
            new FutureLabels(recording, split.validationFrom()),
            config.negatives(),
            new SplittableRandom(config.seed()));
    this.answers =
        new ValidationAnswers(
            EvaluationProtocol.DEFAULT
                .withAtMost(config.validationRequests(), config.seed())
                .select(recording, split.validationFrom(), split.testFrom()),
            retrieval,
            encoder,
            new FutureLabels(recording, split.testFrom()),
            sources.all());
  }

  /**
   * Makes both sets.
   *
   * @param atTheEnd handed what is known at the test cut
   */
  void replay(Consumer<FeatureState> atTheEnd, Consumer<String> progress) {
    EvaluationProtocol.DEFAULT
        .withAtMost(config.rankerRequests(), config.seed())
        .find(recording, split.rankerFrom(), split.validationFrom())
        .ifPresent(
            set -> {
              for (EvaluationRequest request : set.requests()) {
                pass.at(request.epochSecond(), state -> training.add(request, state));
              }
            });
    for (EvaluationRequest request : answers.requests()) {
      pass.at(request.epochSecond(), state -> answers.add(request, state));
    }
    pass.at(split.testFrom(), atTheEnd);
    pass.run(recording, progress);
    train = training.build();
    validation = answers.rows();
  }

  /** The rows to learn from. */
  RankerRows train() {
    return train;
  }

  /** All candidates of the validation requests. */
  RankerRows validation() {
    return validation;
  }

  /** The validation requests with what was found for them. */
  ValidationAnswers answers() {
    return answers;
  }
}
