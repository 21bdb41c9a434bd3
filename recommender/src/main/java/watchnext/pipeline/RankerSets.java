package watchnext.pipeline;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationRequest;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.RequestInstant;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.index.ExactIndex;
import watchnext.model.ranker.RankerRows;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;

/**
 * What the rankers are trained on and judged by, made in one replay. Requests of both kinds are
 * those of {@link EvaluationProtocol}, and both meet stage 1 as serving does. <i>Immutable.</i>
 *
 * @param train rows of requests of the rankers' part of train
 * @param validation all candidates of the validation requests
 * @param answers the validation requests with what was found for them
 * @param toldApart AUC of telling training rows from served rows, see {@link RowsAlike}
 */
record RankerSets(
    RankerRows train, RankerRows validation, ValidationAnswers answers, double toldApart) {

  /**
   * Makes both sets over the models that were {@code chosen}.
   *
   * @param atTestCut handed what is known at the test cut
   * @throws IllegalArgumentException when no validation request has a relevant video
   */
  static RankerSets replay(
      Recording recording,
      TemporalSplit split,
      SourceChoice.Chosen chosen,
      Consumer<FeatureState> atTestCut,
      Consumer<String> progress) {
    RebuildConfig config = chosen.config();
    Sources sources =
        new Sources(
            VideoTables.of(recording.catalog(), chosen.retrievers()),
            chosen.retrievers(),
            chosen.popularity(),
            new ExactIndex(chosen.retrievers().videoVectors()),
            config.seed());
    RetrievalStage retrieval = sources.stage(config.quotas());
    RowEncoder encoder = Assembly.rowEncoder(chosen.retrievers());
    LogPass pass = new LogPass();
    TrainingRows training =
        new TrainingRows(
            retrieval,
            encoder,
            new FutureLabels(recording, split.validationFrom()),
            config.negatives(),
            new SplittableRandom(config.seed()));
    for (RequestInstant request : instants(recording, split, config.rankerRequests(), config)) {
      pass.at(request.epochSecond(), state -> training.add(request, state));
    }
    EvaluationSet set =
        EvaluationProtocol.DEFAULT
            .withAtMost(config.validationRequests(), config.seed())
            .select(recording, split.validationFrom(), split.testFrom());
    ValidationAnswers answers =
        new ValidationAnswers(
            recording.catalog(),
            set,
            retrieval,
            encoder,
            new FutureLabels(recording, split.testFrom()),
            sources.all());
    for (EvaluationRequest request : set.requests()) {
      pass.at(request.epochSecond(), state -> answers.add(request, state));
    }
    RowsAlike alike = new RowsAlike(retrieval, encoder, new SplittableRandom(config.seed()));
    for (RequestInstant request : instants(recording, split, RowsAlike.REQUESTS, config)) {
      pass.at(request.epochSecond(), state -> alike.serve(request, state));
    }
    pass.at(split.testFrom(), atTestCut);
    pass.run(recording, progress);
    RankerRows train = training.build();
    return new RankerSets(train, answers.rows(), answers, alike.auc(train, config.seed()));
  }

  /** Requests of the rankers' part of train, another draw for each number of them. */
  static List<RequestInstant> instants(
      Recording recording, TemporalSplit split, int most, RebuildConfig config) {
    return EvaluationProtocol.DEFAULT
        .withAtMost(most, config.seed() + most)
        .instants(recording, split.rankerFrom(), split.validationFrom());
  }
}
