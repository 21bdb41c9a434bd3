package watchnext.feature;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is known of every video at upload, as numbers: a bag of tokens (creator, tags, language,
 * words of the title, each hashed into a bucket) and a few dense values. Made once by {@link
 * ContentEncoder}; the video tower and content features read it. <i>Immutable.</i>
 */
public final class VideoContent {

  private final int buckets;
  private final int denseWidth;
  private final int[] offsets;
  private final int[] tokens;
  private final float[] dense;

  VideoContent(int buckets, int denseWidth, int[] offsets, int[] tokens, float[] dense) {
    this.buckets = buckets;
    this.denseWidth = denseWidth;
    this.offsets = offsets;
    this.tokens = tokens;
    this.dense = dense;
  }

  /** Number of videos. */
  public int size() {
    return offsets.length - 1;
  }

  /** Number of token buckets: tokens are in [0, buckets). */
  public int buckets() {
    return buckets;
  }

  /** Number of dense values of a video. */
  public int denseWidth() {
    return denseWidth;
  }

  /** Number of tokens of a video. */
  public int tokenCount(int video) {
    return offsets[video + 1] - offsets[video];
  }

  /** The {@code i}-th token of a video, a bucket. */
  public int token(int video, int i) {
    return tokens[offsets[video] + i];
  }

  /** The same with tokens of {@code kept} alone. */
  public VideoContent keeping(BitSet kept) {
    int[] fewer = new int[tokens.length];
    int[] starts = new int[offsets.length];
    int used = 0;
    for (int video = 0; video < size(); video++) {
      for (int i = offsets[video]; i < offsets[video + 1]; i++) {
        if (kept.get(tokens[i])) {
          fewer[used++] = tokens[i];
        }
      }
      starts[video + 1] = used;
    }
    return new VideoContent(buckets, denseWidth, starts, Arrays.copyOf(fewer, used), dense);
  }

  /** The {@code i}-th dense value of a video. */
  public float dense(int video, int i) {
    return dense[video * denseWidth + i];
  }
}
