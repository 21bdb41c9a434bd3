package watchnext.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.dataset.InteractionCollector;
import watchnext.dataset.Interactions;
import watchnext.event.Recording;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsTrainer;
import watchnext.retrieval.AlsSource;
import watchnext.retrieval.PopularityWindow;
import watchnext.task.Asked;

/**
 * The videos with the largest inner product: one model, no second stage. The user's factor is
 * solved anew at every visit from the history as it stands, so watches of the loop count at once;
 * videos that came after the training have no factor until the next one. Users whose history the
 * model does not know get what is popular. <i>Immutable.</i>
 *
 * @param model factors
 * @param config how they were trained
 * @param popularity what fills the page
 * @param seed of the next training
 */
public record AlsPolicy(AlsModel model, AlsConfig config, PopularityWindow popularity, long seed)
    implements Policy {

  @Override
  public String name() {
    return PolicyKind.ALS.label();
  }

  @Override
  public Choice choose(Visit visit) {
    Asked asked = visit.asked().under(List.of(visit.unrepeated()));
    int[] best = new AlsSource(model).retrieve(asked, visit.pageSize()).videos();
    return Choice.certain(Pages.filled(best, visit, popularity));
  }

  @Override
  public Policy retrained(Recording past, long cut, Consumer<String> progress) {
    Interactions watches = InteractionCollector.collect(past, cut);
    progress.accept("ALS: " + watches.size() + " watches");
    AlsModel next = AlsTrainer.train(watches, config, line -> {}, new SplittableRandom(seed ^ cut));
    return new AlsPolicy(next, config, popularity, seed);
  }
}
