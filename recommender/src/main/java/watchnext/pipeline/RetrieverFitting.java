package watchnext.pipeline;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import watchnext.assembly.RebuildConfig;
import watchnext.assembly.Retrievers;
import watchnext.catalog.User;
import watchnext.dataset.InteractionCollector;
import watchnext.dataset.Interactions;
import watchnext.dataset.NextWatchCollector;
import watchnext.dataset.NextWatchExamples;
import watchnext.event.EventLog;
import watchnext.event.Recording;
import watchnext.feature.content.ContentEncoder;
import watchnext.feature.content.UserAttributes;
import watchnext.feature.content.VideoContent;
import watchnext.model.mf.AlsConfig;
import watchnext.model.mf.AlsModel;
import watchnext.model.mf.AlsTrainer;
import watchnext.model.neighbours.ItemNeighbours;
import watchnext.model.neighbours.NeighboursConfig;
import watchnext.model.neighbours.NeighboursTrainer;
import watchnext.model.popularity.SegmentsTrainer;
import watchnext.model.twotower.TwoTower;
import watchnext.model.twotower.TwoTowerData;
import watchnext.model.twotower.TwoTowerTrainer;

/**
 * Fits the models of stage 1 on all that happened before a cut, and nothing later.
 *
 * <p><i>Confined: one fit at a time.</i>
 */
public final class RetrieverFitting {

  private final Recording recording;
  private final RebuildConfig config;
  private final VideoContent content;
  private final Consumer<String> progress;

  /** Fits the models of stage 1 with the settings of {@code config}. */
  public RetrieverFitting(Recording recording, RebuildConfig config, Consumer<String> progress) {
    this.recording = recording;
    this.config = config;
    this.content = ContentEncoder.encode(recording.catalog());
    this.progress = progress;
  }

  /** Factors by other settings than those of {@link #fit}, of the events before {@code cut}. */
  AlsModel als(AlsConfig settings, long cut) {
    Interactions watches = InteractionCollector.collect(recording, cut);
    return AlsTrainer.train(watches, settings, line -> {}, new SplittableRandom(config.seed()));
  }

  /** Item neighbours by other settings than those of {@link #fit}, of the same events. */
  ItemNeighbours neighbours(NeighboursConfig settings, long cut) {
    return NeighboursTrainer.train(InteractionCollector.collect(recording, cut), settings);
  }

  /** Models of the events before {@code cut}. */
  public Retrievers fit(long cut) {
    SplittableRandom random = new SplittableRandom(config.seed() ^ cut);
    Interactions watches = InteractionCollector.collect(recording, cut);
    progress.accept("ALS: " + watches.size() + " watches");
    AlsModel als =
        AlsTrainer.train(watches, config.als(), line -> progress.accept("ALS: " + line), random);
    UserAttributes attributes = UserAttributes.fit(usersBefore(recording, cut));
    NextWatchExamples examples = NextWatchCollector.collect(recording.events(), cut);
    progress.accept("two-tower: " + examples.size() + " examples");
    TwoTowerTrainer.Trained trained =
        TwoTowerTrainer.train(
            new TwoTowerData(examples, recording.catalog(), content, attributes),
            config.twoTower(),
            progress,
            random);
    TwoTower twoTower = trained.model();
    return new Retrievers(
        twoTower,
        attributes,
        twoTower.encodeVideos(content),
        als,
        NeighboursTrainer.train(watches, config.neighbours()),
        SegmentsTrainer.train(watches, recording.catalog().users(), config.segments()),
        trained.epochLosses());
  }

  /** Those of whom anything was heard before the cut: the vocabularies are fitted on them alone. */
  public static List<User> usersBefore(Recording recording, long cut) {
    EventLog log = recording.events();
    BitSet active = new BitSet();
    for (int i = 0; i < log.indexAt(cut); i++) {
      active.set(log.user(i));
    }
    return active.stream().mapToObj(recording.catalog()::user).toList();
  }
}
