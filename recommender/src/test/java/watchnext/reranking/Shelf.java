package watchnext.reranking;

import java.util.ArrayList;
import java.util.List;
import watchnext.catalog.Catalog;
import watchnext.catalog.Context;
import watchnext.catalog.Video;
import watchnext.task.RankedList;

/** Videos to make pages of: creator, leading tag and age in days of each, all set by the test. */
final class Shelf {

  static final Context NOW = Context.at(100 * 86_400L);

  private final List<Video> videos = new ArrayList<>();

  /** Adds a video that was always there; its ordinal is the number of videos before it. */
  Shelf with(String creator, String... tags) {
    return add(creator, List.of(tags), Video.ALWAYS_THERE);
  }

  /** Adds a video of nobody, without tags, uploaded {@code days} ago. */
  Shelf withAge(double days) {
    return add("", List.of(), NOW.epochSecond() - (long) (days * 86_400));
  }

  private Shelf add(String creator, List<String> tags, long upload) {
    videos.add(new Video("v" + videos.size(), "", creator, tags, "", 0, upload));
    return this;
  }

  Catalog catalog() {
    return new Catalog(List.of(), videos);
  }

  /** All videos in order of their ordinals, each scored one less than the one before. */
  RankedList ranked() {
    int[] ordinals = new int[videos.size()];
    float[] scores = new float[videos.size()];
    for (int v = 0; v < ordinals.length; v++) {
      ordinals[v] = v;
      scores[v] = 10 - v;
    }
    return new RankedList(ordinals, scores);
  }

  Page page(Reranker reranker, int size) {
    return reranker.rerank(ranked(), catalog(), NOW, size);
  }
}
