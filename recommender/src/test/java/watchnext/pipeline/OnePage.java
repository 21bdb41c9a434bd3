package watchnext.pipeline;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.evaluation.EvaluationProtocol;
import watchnext.evaluation.RequestInstant;
import watchnext.event.Event;
import watchnext.event.EventLogBuilder;
import watchnext.event.Recording;
import watchnext.model.ranker.RankerRows;
import watchnext.ranking.PairScorer;
import watchnext.ranking.RowEncoder;
import watchnext.ranking.VideoColumn;
import watchnext.retrieval.RetrievalStage;
import watchnext.retrieval.Retrieved;
import watchnext.retrieval.Retriever;
import watchnext.task.Asked;
import watchnext.task.RankedList;

/** A few events over fifty videos, of which retrieval finds the first thirty. */
final class OnePage {

  static final long DAY = 86_400;

  /** How many videos retrieval finds. */
  static final int FOUND = 30;

  /** When the request comes. */
  static final long ASKED = 100 * DAY;

  /** Nothing from here on may be looked at. */
  static final long UNTIL = ASKED + 20 * DAY;

  private OnePage() {}

  /** User "u" watches a video of a minute. */
  static Event watch(long time, int video, double seconds) {
    return new Event.Watch(time, "u", "v" + video, "", seconds, 60);
  }

  static Recording recording(List<Event> events) {
    List<Video> videos =
        IntStream.range(0, 50)
            .mapToObj(v -> new Video("v" + v, "", "", List.of(), "", 60, Video.ALWAYS_THERE))
            .toList();
    Catalog catalog = new Catalog(List.of(User.unknown("u"), User.unknown("w")), videos);
    EventLogBuilder log = new EventLogBuilder(catalog);
    log.add(watch(ASKED - 50 * DAY, 49, 2)); // so that the user is not new
    events.forEach(log::add);
    return new Recording("page", catalog, log.build(), Recording.Rhythm.DAILY, "");
  }

  /** The training rows of all requests, whose last feature is the video's ordinal. */
  static RankerRows rows(List<Event> events, int negatives) {
    Recording recording = recording(events);
    float[] ordinals = new float[50];
    for (int v = 0; v < ordinals.length; v++) {
      ordinals[v] = v;
    }
    List<PairScorer> ordinal = List.of(new VideoColumn("ordinal", ordinals));
    TrainingRows rows =
        new TrainingRows(
            new RetrievalStage(List.of(new RetrievalStage.Source(new FirstThirty(), FOUND))),
            new RowEncoder(ordinal),
            new FutureLabels(recording, UNTIL, 7),
            negatives,
            new SplittableRandom(1));
    LogPass pass = new LogPass();
    for (RequestInstant request :
        EvaluationProtocol.DEFAULT.instants(recording, ASKED - DAY, UNTIL)) {
      pass.at(request.epochSecond(), state -> rows.add(request, state));
    }
    pass.run(recording, line -> {});
    return rows.build();
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
