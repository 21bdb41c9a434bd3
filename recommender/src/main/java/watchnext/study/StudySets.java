package watchnext.study;

import java.util.List;
import java.util.function.Consumer;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.Retrievers;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationSet;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.pipeline.LogPass;
import watchnext.pipeline.SourceChoice;
import watchnext.pipeline.StageOne;
import watchnext.pipeline.TrainingRows;
import watchnext.pipeline.ValidationAnswers;

/**
 * What {@link RankerStudy} trains on and judges by: training sets of all variants and the requests
 * of two periods, made in one replay. <i>Immutable.</i>
 *
 * @param training the training set of each variant, in their order
 * @param validation requests of the validation period, over the retrievers of the training sets
 * @param test requests of the test period, over retrievers fitted before it
 */
record StudySets(
    List<TrainingRows> training, ValidationAnswers validation, ValidationAnswers test) {

  /**
   * Replays {@code recording} once.
   *
   * @param chosen settings of stage 1 with its models before the rankers' part of train
   * @param serving its models before the test cut
   * @throws IllegalArgumentException when a period has no request with a relevant video
   */
  static StudySets replay(
      Recording recording,
      TemporalSplit split,
      SourceChoice.Chosen chosen,
      Retrievers serving,
      List<RankerVariant> variants,
      Consumer<String> progress) {
    LogPass pass = new LogPass();
    RebuildConfig config = chosen.config();
    StageOne early = new StageOne(recording, chosen, chosen.retrievers());
    StageOne late = new StageOne(recording, chosen, serving);
    List<TrainingRows> training =
        variants.stream()
            .map(
                variant ->
                    early.training(
                        pass,
                        split.rankerFrom(),
                        split.validationFrom(),
                        variant.requests(),
                        variant.negatives()))
            .toList();
    EvaluationSet validating =
        config
            .evaluation()
            .atMost(config.validationRequests(), config.seed())
            .select(recording, split.validationFrom(), split.testFrom());
    EvaluationSet testing = config.evaluation().select(recording, split.testFrom());
    EventLog log = recording.events();
    long end = log.epochSecond(log.size() - 1) + 1;
    ValidationAnswers validation = early.answers(pass, validating, split.testFrom());
    ValidationAnswers test = late.answers(pass, testing, end);
    pass.run(recording, progress);
    return new StudySets(training, validation, test);
  }
}
