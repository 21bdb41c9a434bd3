package watchnext.pipeline;

import java.util.function.Consumer;
import watchnext.assembly.RebuildConfig;
import watchnext.dataset.TemporalSplit;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.EvaluationSet;
import watchnext.event.Recording;
import watchnext.feature.FeatureState;
import watchnext.model.ranker.RankerRows;

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
    StageOne stage = new StageOne(recording, chosen, chosen.retrievers());
    LogPass pass = new LogPass();
    long from = split.rankerFrom();
    long until = split.validationFrom();
    TrainingRows training =
        stage.training(pass, from, until, config.rankerRequests(), config.negatives());
    EvaluationSet set =
        config
            .evaluation()
            .atMost(config.validationRequests(), config.seed())
            .select(recording, until, split.testFrom());
    ValidationAnswers answers = stage.answers(pass, set, split.testFrom());
    RowsAlike alike = stage.served(pass, from, until);
    pass.at(split.testFrom(), atTestCut);
    pass.run(recording, progress);
    RankerRows train = training.build();
    double toldApart = alike.auc(train, training::user, config.seed());
    return new RankerSets(train, answers.rows(), answers, toldApart);
  }
}
