package watchnext.simulation;

import java.util.List;
import java.util.function.Consumer;
import watchnext.assembly.Assembly;
import watchnext.assembly.Models;
import watchnext.assembly.RebuildConfig;
import watchnext.catalog.User;
import watchnext.dataset.TemporalSplit;
import watchnext.event.Recording;
import watchnext.funnel.Funnel;
import watchnext.funnel.ServedLog;
import watchnext.funnel.Stages;
import watchnext.pipeline.Rebuild;
import watchnext.pipeline.Rebuilt;
import watchnext.task.Request;

/**
 * The whole funnel, as it serves: sources, ranker, page. At night the whole offline page runs, gate
 * and all; where the gate stays closed, the snapshot of the day before goes on serving.
 *
 * <p>A source may explore by lot, so propensities are given as unknown. <i>Immutable.</i>
 */
public final class FunnelPolicy implements Policy {

  private final Models models;
  private final RebuildConfig settings;
  private final Stages stages;
  private final ServedLog served;

  /** The policy that {@code models} make, trained anew with {@code settings}. */
  public FunnelPolicy(Models models, RebuildConfig settings) {
    this(models, settings, ServedLog.NOTHING);
  }

  /** The same, which keeps every page as it was served. */
  public FunnelPolicy(Models models, RebuildConfig settings, ServedLog served) {
    this.settings = settings;
    this.models = models;
    this.served = served;
    this.stages = Assembly.stages(models);
  }

  /**
   * Trains the funnel on a past.
   *
   * @param past everything before {@code cut}
   * @param cut seconds since 1970, a midnight
   * @param settings of the training
   * @param progress told about every step
   * @return the models with what the gate said of them
   */
  public static Rebuilt train(
      Recording past, long cut, RebuildConfig settings, Consumer<String> progress) {
    TemporalSplit split = Past.splitAt(past.events(), cut);
    return Rebuild.run(past, split, settings, past.name(), "simulation", progress);
  }

  @Override
  public String name() {
    return PolicyKind.TWO_STAGE.label();
  }

  @Override
  public Choice choose(Visit visit) {
    User user = stages.catalog().user(visit.asked().user());
    Request request =
        new Request(
            visit.requestId(), user.id(), visit.asked().context(), visit.pageSize(), List.of());
    Funnel funnel = new Funnel(stages, visit.asked().state(), name(), served);
    int[] page = funnel.recommend(request, List.of(visit.unrepeated())).page().videos();
    return Choice.unknown(Pages.filled(page, visit, models.popularity()));
  }

  @Override
  public Policy retrained(Recording past, long cut, Consumer<String> progress) {
    Rebuilt rebuilt = train(past, cut, settings, progress);
    if (rebuilt.failed().isEmpty()) {
      return new FunnelPolicy(rebuilt.models(), settings, served);
    }
    progress.accept("the gate is closed: the models of the day before go on serving");
    return this;
  }
}
