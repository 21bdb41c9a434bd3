package watchnext.feature.content;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is known of every video at upload, as numbers: a bag of tokens (creator, tags, language,
 * words of the title, each hashed into a bucket) and a few dense values. Made by {@link
 * ContentEncoder}, once for a catalogue, and for each later video alone; the video tower and
 * content features read it. <i>Immutable.</i>
 */
public final class VideoContent {

  private final int first;
  private final int buckets;
  private final int denseWidth;
  private final int[] offsets;
  private final int[] tokens;
  private final float[] dense;

  /**
   * Takes ownership of the arrays.
   *
   * @param first ordinal of the first video told of; those before it are not to be asked for
   */
  VideoContent(int first, int buckets, int denseWidth, int[] offsets, int[] tokens, float[] dense) {
    this.first = first;
    this.buckets = buckets;
    this.denseWidth = denseWidth;
    this.offsets = offsets;
    this.tokens = tokens;
    this.dense = dense;
  }

  /** Number of videos: the ordinal behind the last one. */
  public int size() {
    return first + offsets.length - 1;
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
    return offsets[video - first + 1] - offsets[video - first];
  }

  /** The {@code i}-th token of a video, a bucket. */
  public int token(int video, int i) {
    return tokens[offsets[video - first] + i];
  }

  /** The same with tokens of {@code kept} alone. */
  public VideoContent keeping(BitSet kept) {
    int[] fewer = new int[tokens.length];
    int[] starts = new int[offsets.length];
    int used = 0;
    for (int video = 0; video < starts.length - 1; video++) {
      for (int i = offsets[video]; i < offsets[video + 1]; i++) {
        if (kept.get(tokens[i])) {
          fewer[used++] = tokens[i];
        }
      }
      starts[video + 1] = used;
    }
    return new VideoContent(first, buckets, denseWidth, starts, Arrays.copyOf(fewer, used), dense);
  }

  /** The {@code i}-th dense value of a video. */
  public float dense(int video, int i) {
    return dense[(video - first) * denseWidth + i];
  }
}
