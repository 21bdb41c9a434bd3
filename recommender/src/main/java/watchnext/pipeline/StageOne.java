package watchnext.pipeline;

import java.util.List;
import java.util.SplittableRandom;
import watchnext.assembly.Assembly;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.Retrievers;
import watchnext.assembly.Sources;
import watchnext.assembly.VideoTables;
import watchnext.evaluation.EvaluationSet;
import watchnext.evaluation.RequestInstant;
import watchnext.event.Recording;
import watchnext.index.ExactIndex;
import watchnext.ranking.RowEncoder;
import watchnext.retrieval.RetrievalStage;

/**
 * Stage 1 over the models of one cut, as the sets of the rankers meet it: the chosen sources with
 * their quotas, and the rows of what they find. <i>Immutable.</i>
 */
public final class StageOne {

  private final Recording recording;
  private final RebuildConfig config;
  private final Sources sources;
  private final RetrievalStage retrieval;
  private final RowEncoder encoder;

  /** The stage of {@code chosen} settings over {@code models}. */
  public StageOne(Recording recording, SourceChoice.Chosen chosen, Retrievers models) {
    this.recording = recording;
    this.config = chosen.config();
    this.sources =
        new Sources(
            VideoTables.of(recording.catalog(), models),
            models,
            chosen.popularity(),
            new ExactIndex(models.videoVectors()),
            config.seed());
    this.retrieval = sources.stage(config.quotas());
    this.encoder = Assembly.rowEncoder(models);
  }

  /**
   * Training rows that {@code pass} fills.
   *
   * @param from seconds since 1970, the earliest request
   * @param until no request and no label is at or after it
   * @param requests most requests, at least 1
   * @param negatives candidates not watched well that a request keeps, at least 1
   */
  public TrainingRows training(LogPass pass, long from, long until, int requests, int negatives) {
    TrainingRows training =
        new TrainingRows(
            retrieval,
            encoder,
            new FutureLabels(recording, until, config.evaluation().horizonDays()),
            negatives,
            new SplittableRandom(config.seed()));
    for (RequestInstant request : instants(from, until, requests)) {
      pass.at(request.epochSecond(), state -> training.add(request, state));
    }
    return training;
  }

  /** The requests of {@code set} that {@code pass} answers; labels end at {@code until}. */
  public ValidationAnswers answers(LogPass pass, EvaluationSet set, long until) {
    ValidationAnswers answers =
        new ValidationAnswers(
            recording.catalog(),
            set,
            retrieval,
            encoder,
            new FutureLabels(recording, until, config.evaluation().horizonDays()),
            sources.all());
    set.requests()
        .forEach(request -> pass.at(request.epochSecond(), state -> answers.add(request, state)));
    return answers;
  }

  /** Served rows of {@code [from, until)} that {@code pass} fills. */
  RowsAlike served(LogPass pass, long from, long until) {
    RowsAlike alike = new RowsAlike(retrieval, encoder, new SplittableRandom(config.seed()));
    for (RequestInstant request : instants(from, until, RowsAlike.REQUESTS)) {
      pass.at(request.epochSecond(), state -> alike.serve(request, state));
    }
    return alike;
  }

  /** Another draw for each number of them. */
  private List<RequestInstant> instants(long from, long until, int most) {
    return config.evaluation().atMost(most, config.seed() + most).instants(recording, from, until);
  }
}
