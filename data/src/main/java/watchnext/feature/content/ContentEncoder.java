package watchnext.feature.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchnext.catalog.Catalog;
import watchnext.catalog.Video;

/**
 * Turns what a video brings at upload into {@link VideoContent} by the hashing trick: each token is
 * its field and its text, hashed into one of {@link #BUCKETS} buckets, so that nothing is fitted
 * and a tag never seen before has a place too. Runs once per catalog.
 *
 * <p>Reference: Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009
 * [weinberger2009]. <i>Stateless.</i>
 */
public final class ContentEncoder {

  /** Number of token buckets. */
  public static final int BUCKETS = 1 << 15;

  private static final int DENSE_WIDTH = 2;
  private static final int TITLE_WORDS = 8;
  private static final TitleWords TITLES = new TitleWords();

  private ContentEncoder() {}

  /** Encodes all videos of {@code catalog}, row = ordinal. */
  public static VideoContent encode(Catalog catalog) {
    return encode(catalog.videos(), 0);
  }

  /** Encodes one video, which has this ordinal; the others are not told of. */
  public static VideoContent encode(Video video, int ordinal) {
    return encode(List.of(video), ordinal);
  }

  private static VideoContent encode(List<Video> videos, int first) {
    int[] offsets = new int[videos.size() + 1];
    int[] tokens = new int[Math.max(16, videos.size() * 6)];
    float[] dense = new float[videos.size() * DENSE_WIDTH];
    int used = 0;
    for (int v = 0; v < videos.size(); v++) {
      Video video = videos.get(v);
      List<String> texts = tokens(video);
      if (used + texts.size() > tokens.length) {
        tokens = java.util.Arrays.copyOf(tokens, (used + texts.size()) * 2);
      }
      for (String text : texts) {
        tokens[used++] = bucket(text);
      }
      offsets[v + 1] = used;
      dense[v * DENSE_WIDTH] = (float) (Math.log1p(video.durationSeconds()) / 10);
      dense[v * DENSE_WIDTH + 1] = video.durationSeconds() > 0 ? 1 : 0;
    }
    return new VideoContent(
        first, BUCKETS, DENSE_WIDTH, offsets, java.util.Arrays.copyOf(tokens, used), dense);
  }

  /** The tokens of a video, each with its field in front ("tag:comedy", "title:story"). */
  static List<String> tokens(Video video) {
    List<String> result = new ArrayList<>();
    if (!video.creatorId().isEmpty()) {
      result.add("creator:" + video.creatorId());
    }
    for (String tag : video.tags()) {
      result.add("tag:" + tag.toLowerCase(Locale.ROOT));
    }
    if (!video.language().isEmpty()) {
      result.add("language:" + video.language());
    }
    if (video.durationSeconds() > 0) {
      result.add("duration:" + (int) (Math.log(video.durationSeconds()) * 2));
    }
    for (String word : TITLES.of(video.title(), video.language(), TITLE_WORDS)) {
      result.add("title:" + word);
    }
    return result;
  }

  /** FNV-1a over UTF-16 units with a final mix, folded into the buckets. */
  static int bucket(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return (int) (hash & (BUCKETS - 1));
  }
}
