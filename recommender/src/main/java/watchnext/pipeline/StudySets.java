package watchnext.pipeline;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.RequestInstant;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.index.ExactIndex;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;

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

  /** Stage 1 of one cut, with the rows that go with it. */
  private record Stage(Sources sources, Quotas quotas, RowEncoder encoder) {
    static Stage of(Recording recording, SourceChoice.Chosen chosen, Retrievers retrievers) {
      Sources sources =
          new Sources(
              VideoTables.of(recording.catalog(), retrievers),
              retrievers,
              chosen.popularity(),
              new ExactIndex(retrievers.videoVectors()),
              chosen.config().seed());
      return new Stage(sources, chosen.config().quotas(), Assembly.rowEncoder(retrievers));
    }

    RetrievalStage retrieval() {
      return sources.stage(quotas);
    }
  }

  /**
   * Replays {@code recording} once.
   *
   * @param chosen settings of stage 1 with its models before the rankers' part of train
   * @param serving its models before the test cut
   * @param testRequests most requests of the test period, at least 1
   * @throws IllegalArgumentException when a period has no request with a relevant video
   */
  static StudySets replay(
      Recording recording,
      TemporalSplit split,
      SourceChoice.Chosen chosen,
      Retrievers serving,
      List<RankerVariant> variants,
      int testRequests,
      Consumer<String> progress) {
    LogPass pass = new LogPass();
    RebuildConfig config = chosen.config();
    Stage early = Stage.of(recording, chosen, chosen.retrievers());
    Stage late = Stage.of(recording, chosen, serving);
    List<TrainingRows> training =
        variants.stream()
            .map(variant -> training(pass, recording, split, early, variant, config))
            .toList();
    EvaluationSet validating =
        EvaluationProtocol.DEFAULT
            .withAtMost(config.validationRequests(), config.seed())
            .select(recording, split.validationFrom(), split.testFrom());
    EvaluationSet testing =
        EvaluationProtocol.DEFAULT
            .withAtMost(testRequests, config.seed())
            .select(recording, split.testFrom());
    EventLog log = recording.events();
    long end = log.epochSecond(log.size() - 1) + 1;
    ValidationAnswers validation = answers(pass, recording, early, validating, split.testFrom());
    ValidationAnswers test = answers(pass, recording, late, testing, end);
    pass.run(recording, progress);
    return new StudySets(training, validation, test);
  }

  private static TrainingRows training(
      LogPass pass,
      Recording recording,
      TemporalSplit split,
      Stage stage,
      RankerVariant variant,
      RebuildConfig config) {
    TrainingRows training =
        new TrainingRows(
            stage.retrieval(),
            stage.encoder(),
            new FutureLabels(recording, split.validationFrom()),
            variant.negatives(),
            new SplittableRandom(config.seed()));
    for (RequestInstant request :
        RankerSets.instants(recording, split, variant.requests(), config)) {
      pass.at(request.epochSecond(), state -> training.add(request, state));
    }
    return training;
  }

  private static ValidationAnswers answers(
      LogPass pass, Recording recording, Stage stage, EvaluationSet set, long until) {
    ValidationAnswers answers =
        new ValidationAnswers(
            recording.catalog(),
            set,
            stage.retrieval(),
            stage.encoder(),
            new FutureLabels(recording, until),
            stage.sources().all());
    set.requests()
        .forEach(request -> pass.at(request.epochSecond(), state -> answers.add(request, state)));
    return answers;
  }
}
