package watchnext.model.popularity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchnext.catalog.User;
import watchnext.require.Require;
import watchnext.tensor.Tensors;

/**
 * What people of one kind watch more than others do. A segment is language; language and country;
 * these and age; these and device: each inside the one before.
 *
 * <pre>
 *   lift₀(v) = 1
 *   liftₛ(v) = (cₛᵥ + κ · lift of the wider segment) / (eₛᵥ + κ)      eₛᵥ = cₛ · c_v / c
 * </pre>
 *
 * <table>
 *   <caption>symbols</caption>
 *   <tr><td>cₛᵥ</td><td>users of segment s who watched v well</td></tr>
 *   <tr><td>cₛ, c_v, c</td><td>its sum over videos, over users, over both</td></tr>
 *   <tr><td>eₛᵥ</td><td>what cₛᵥ would be if s were like everybody</td></tr>
 *   <tr><td>κ</td><td>{@code prior}: how many expected watches the wider segment counts for</td></tr>
 * </table>
 *
 * <p>So a segment speaks as loudly as it has watches, and backs off to the wider one, at last to
 * everybody, where it has none; thin segments are not kept at all. A lift multiplies a popularity
 * that is counted live, so that it does not age with the count. Made by {@link SegmentsTrainer}.
 *
 * <p>Rows lie end to end (CSR), row 0 is everybody. Cost of {@link #lifts}: videos × segments of
 * the user, at most four. <i>Immutable.</i>
 */
public final class Segments {

  /** The key of everybody. */
  static final String EVERYBODY = "";

  private final List<String> keys;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] offsets;
  private final int[] ordinals;
  private final int[] counts;
  private final int videos;
  private final float prior;
  private final double[] totals;
  private final float[] share;

  Segments(
      List<String> keys, int[] offsets, int[] ordinals, int[] counts, int videos, float prior) {
    this.keys = List.copyOf(keys);
    this.offsets = offsets;
    this.ordinals = ordinals;
    this.counts = counts;
    this.videos = videos;
    this.prior = prior;
    check();
    this.totals = new double[keys.size()];
    for (int s = 0; s < totals.length; s++) {
      places.put(keys.get(s), s);
      totals[s] = Arrays.stream(counts, offsets[s], offsets[s + 1]).asLongStream().sum();
    }
    this.share = new float[videos];
    for (int i = offsets[0]; i < offsets[1]; i++) {
      share[ordinals[i]] = (float) (counts[i] / Math.max(1, totals[0]));
    }
  }

  private void check() {
    Require.that(
        !keys.isEmpty() && keys.get(0).equals(EVERYBODY),
        "the first segment must be everybody, were %s",
        keys);
    Require.that(
        offsets.length == keys.size() + 1
            && offsets[0] == 0
            && offsets[keys.size()] == ordinals.length
            && counts.length == ordinals.length,
        "offsets must run from 0 to %s in %s rows",
        ordinals.length,
        keys.size());
    Require.positive("prior", prior);
    for (int s = 0; s < keys.size(); s++) {
      Require.that(offsets[s] <= offsets[s + 1], "offsets must not descend, did at segment %s", s);
    }
    for (int i = 0; i < ordinals.length; i++) {
      Require.that(
          ordinals[i] >= 0 && ordinals[i] < videos && counts[i] >= 1,
          "videos must be in [0, %d) and counted at least once, held %d with %d",
          videos,
          ordinals[i],
          counts[i]);
    }
  }

  /** The keys of the segments of {@code user}, the widest first, without everybody. */
  static List<String> keysOf(User user) {
    List<String> chain = new ArrayList<>();
    StringBuilder key = new StringBuilder();
    for (String value : List.of(user.language(), user.country(), user.ageBucket(), user.device())) {
      key.append(value).append('|');
      if (!value.isEmpty()) {
        chain.add(key.toString());
      }
    }
    return chain;
  }

  /** Number of videos. */
  public int size() {
    return videos;
  }

  /** Number of segments, everybody included. */
  public int segments() {
    return keys.size();
  }

  /** Whether there is any segment but everybody. */
  public boolean tellsApart() {
    return keys.size() > 1;
  }

  /**
   * How much more than everybody the segments of {@code user} watch each video.
   *
   * @param out receives one factor a video, 1 where nothing speaks for or against
   * @return how many segments of the user are known
   */
  public int lifts(User user, float[] out) {
    Arrays.fill(out, 0, videos, 1);
    int known = 0;
    for (String key : keysOf(user)) {
      Integer place = places.get(key);
      if (place != null) {
        narrow(place, out);
        known++;
      }
    }
    return known;
  }

  private void narrow(int segment, float[] lifts) {
    float total = (float) totals[segment];
    for (int v = 0; v < videos; v++) {
      lifts[v] = prior * lifts[v] / (total * share[v] + prior);
    }
    for (int i = offsets[segment]; i < offsets[segment + 1]; i++) {
      int v = ordinals[i];
      lifts[v] += counts[i] / (total * share[v] + prior);
    }
  }

  /** The counts as named arrays. */
  public Tensors toTensors() {
    Tensors.Builder tensors =
        Tensors.builder()
            .set("segments", Integer.toString(keys.size()))
            .put("size", new int[] {videos}, 1)
            .put("prior", new float[] {prior}, 1)
            .put("offsets", offsets, offsets.length)
            .put("ordinals", ordinals, ordinals.length)
            .put("counts", counts, counts.length);
    for (int s = 0; s < keys.size(); s++) {
      tensors.set("segment." + s, keys.get(s));
    }
    return tensors.build();
  }

  /**
   * The counts that {@link #toTensors} wrote.
   *
   * @throws IllegalArgumentException when something is missing or does not belong together
   */
  public static Segments of(Tensors tensors) {
    int count = Integer.parseInt(tensors.setting("segments"));
    List<String> keys = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      keys.add(tensors.setting("segment." + s));
    }
    int[] ordinals = tensors.ints("ordinals", -1);
    return new Segments(
        keys,
        tensors.ints("offsets", -1),
        ordinals,
        tensors.ints("counts", ordinals.length),
        tensors.ints("size", 1)[0],
        tensors.floats("prior", 1)[0]);
  }
}
