package watchnext.pipeline;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.LabelledRequest;
import watchnext.event.Event;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retrieved;
import watchnext.retrieval.Retriever;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/**
 * Training requests of a few events over fifty videos, of which retrieval finds the first thirty.
 */
final class OnePage {

  static final long DAY = 86_400;

  /** How many videos retrieval finds. */
  static final int FOUND = 30;

  /** When the page is shown. */
  static final long SHOWN = 100 * DAY;

  /** Nothing from here on may be looked at. */
  static final long UNTIL = SHOWN + 20 * DAY;

  private OnePage() {}

  /** User "u" watches a video of a minute. */
  static Event watch(long time, int video, double seconds) {
    return new Event.Watch(time, "u", "v" + video, "", seconds, 60);
  }

  /** The training requests made of {@code events}. */
  static List<LabelledRequest> requests(List<Event> events) {
    List<Video> videos =
        IntStream.range(0, 50)
            .mapToObj(v -> new Video("v" + v, "", "", List.of(), "", 60, Video.ALWAYS_THERE))
            .toList();
    Catalog catalog = new Catalog(List.of(User.unknown("u"), User.unknown("w")), videos);
    EventLogBuilder log = new EventLogBuilder(catalog);
    log.add(watch(SHOWN - 50 * DAY, 49, 2)); // so that the user is not new
    events.forEach(log::add);
    Recording recording = new Recording("page", catalog, log.build(), Recording.Rhythm.DAILY, "");
    RetrievalStage stage =
        new RetrievalStage(List.of(new RetrievalStage.Source(new FirstThirty(), FOUND)));
    return new TrainingRequests(recording, stage, UNTIL, new SplittableRandom(1))
        .from(SHOWN - DAY, 100);
  }

  /** Finds the eligible among the first thirty videos. */
  private static final class FirstThirty implements Retriever {
    @Override
    public String name() {
      return "first";
    }

    @Override
    public Retrieved retrieve(Asked asked, int k) {
      int[] videos = IntStream.range(0, FOUND).filter(asked.eligibility()).toArray();
      return Retrieved.certain(new RankedList(videos, new float[videos.length]));
    }
  }
}
