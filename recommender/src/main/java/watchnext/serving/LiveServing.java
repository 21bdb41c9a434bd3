package watchnext.serving;

import java.util.ArrayList;
import java.util.List;
import watchnext.assembly.Models;
import watchnext.catalog.Video;
import watchnext.catalog.Vocabulary;
import watchnext.feature.FeatureState;
import watchnext.require.Require;

/**
 * Holds the view that answers requests, and replaces it: by the same snapshot with one more upload,
 * or by the next snapshot. A request reads the {@link #view} once, so it sees all of an upload or
 * nothing of it, and never parts of two snapshots.
 *
 * <p>An upload is recommendable from the next request on: its vector is made from its content, and
 * the sources of new videos find it. Nothing is trained. The next rebuild includes it as any other
 * video; uploads that came while the rebuild ran are added at the {@link #swap}.
 *
 * <p>Cost of an upload: an insertion into the live graph, some copies of what was added so far, and
 * once in a while one of the tables of features, to make room: at the first upload, and whenever an
 * eighth more has come.
 *
 * <p><i>Thread-safe: one writer at a time (uploads and swaps wait for each other), any number of
 * readers, who never wait and see the last published view. Events are observed on the state of the
 * newest view while there are neither requests nor uploads.</i>
 */
public final class LiveServing {

  /** Most uploads between two rebuilds, where nothing else is said. */
  public static final int ROOM = 10_000;

  private final int room;
  private volatile LiveView view;

  /**
   * Serves {@code models}.
   *
   * @param state what is known now, of the users and videos of the models
   * @param room most uploads until the next swap, at least 1
   * @throws IllegalArgumentException when models and state number different users or videos
   */
  public LiveServing(Models models, FeatureState state, int room) {
    Require.atLeast("room", room, 1);
    this.room = room;
    this.view = LiveView.of(models, state, room);
  }

  /** What serves now; a request asks once. */
  public LiveView view() {
    return view;
  }

  /**
   * Takes in a video that was uploaded just now.
   *
   * @return the view that has it, which is the one that serves when this returns
   * @throws IllegalArgumentException when the video is refused (see {@link
   *     watchnext.catalog.Uploads}): the rule, then the value; nothing has changed
   * @throws IllegalStateException when there is no room until the next rebuild; nothing has changed
   */
  public synchronized LiveView add(Video video) {
    LiveView longer = view.with(video);
    view = longer;
    return longer;
  }

  /**
   * Serves the snapshot of another night from now on. Uploads that it knows are in its index and
   * live there; those that it does not know, because they came while it was built, are added to its
   * live part before anybody sees it.
   *
   * @param next the new models
   * @param state what is known now, of the users and videos of {@code next}
   * @return the uploads that were handed over
   */
  public synchronized List<Video> swap(Models next, FeatureState state) {
    Vocabulary known = next.catalog().videoVocabulary();
    List<Video> handedOver = new ArrayList<>();
    for (Video upload : view.uploads()) {
      if (known.find(upload.id()) == Vocabulary.UNKNOWN) {
        handedOver.add(upload);
      }
    }
    LiveView fresh = LiveView.of(next, state, Math.addExact(room, handedOver.size()));
    for (Video upload : handedOver) {
      fresh = fresh.with(upload);
    }
    view = fresh;
    return handedOver;
  }
}
