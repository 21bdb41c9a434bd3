package watchnext.model.popularity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import watchnext.catalog.User;
import watchnext.dataset.Interactions;

/**
 * Counts who watched what by kind of user. Step 4, run by the nightly rebuild. Cost: four passes
 * over the watches at most. <i>Stateless.</i>
 */
public final class SegmentsTrainer {

  private SegmentsTrainer() {}

  /**
   * Counts {@code watches}.
   *
   * @param watches users × videos, each pair once
   * @param users by ordinal
   */
  public static Segments train(Interactions watches, List<User> users, SegmentsConfig config) {
    SortedMap<String, List<Integer>> members = members(watches, users);
    Rows rows = new Rows(watches.columns());
    for (Map.Entry<String, List<Integer>> segment : members.entrySet()) {
      int total = segment.getValue().stream().mapToInt(watches::count).sum();
      if (segment.getKey().equals(Segments.EVERYBODY) || total >= config.leastWatches()) {
        rows.add(segment.getKey(), counts(watches, segment.getValue()));
      }
    }
    return rows.build((float) config.prior());
  }

  /** Users with a watch by segment; everybody comes first, for no key is smaller. */
  private static SortedMap<String, List<Integer>> members(Interactions watches, List<User> users) {
    SortedMap<String, List<Integer>> members = new TreeMap<>();
    members.put(Segments.EVERYBODY, new ArrayList<>());
    for (int u = 0; u < watches.rows(); u++) {
      if (watches.count(u) > 0) {
        members.computeIfAbsent(Segments.EVERYBODY, key -> new ArrayList<>()).add(u);
        for (String key : Segments.keysOf(users.get(u))) {
          members.computeIfAbsent(key, any -> new ArrayList<>()).add(u);
        }
      }
    }
    return members;
  }

  private static int[] counts(Interactions watches, List<Integer> users) {
    int[] counts = new int[watches.columns()];
    for (int user : users) {
      for (int p = watches.start(user); p < watches.end(user); p++) {
        counts[watches.column(p)]++;
      }
    }
    return counts;
  }

  /** The positive counts, row after row. */
  private static final class Rows {
    private final int videos;
    private final List<String> keys = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>(List.of(0));
    private int[] ordinals = new int[1024];
    private int[] counts = new int[1024];
    private int used;

    Rows(int videos) {
      this.videos = videos;
    }

    void add(String key, int[] row) {
      for (int v = 0; v < videos; v++) {
        if (row[v] > 0) {
          if (used == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, Math.multiplyExact(used, 2));
            counts = Arrays.copyOf(counts, ordinals.length);
          }
          ordinals[used] = v;
          counts[used++] = row[v];
        }
      }
      keys.add(key);
      offsets.add(used);
    }

    Segments build(float prior) {
      return new Segments(
          keys,
          offsets.stream().mapToInt(Integer::intValue).toArray(),
          Arrays.copyOf(ordinals, used),
          Arrays.copyOf(counts, used),
          videos,
          prior);
    }
  }
}
