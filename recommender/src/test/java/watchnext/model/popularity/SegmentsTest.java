package watchnext.model.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.Interactions;
import watchnext.tensor.Tensors;

class SegmentsTest {

  private static final Offset<Float> EXACT = within(1e-6f);

  /**
   * Three English and one Spanish reader; two of the English ones live in GB. Videos 0 to 3 have 3,
   * 2, 1 and 0 good watches, 6 in all.
   */
  private static final List<User> USERS =
      List.of(
          user("a", "en", "GB"),
          user("b", "en", "GB"),
          user("c", "en", "US"),
          user("d", "es", "ES"));

  private static final Interactions WATCHES =
      Interactions.of(4, 4, new int[] {0, 0, 1, 2, 3, 3}, new int[] {0, 1, 0, 0, 1, 2});

  private static User user(String id, String language, String country) {
    return new User(id, country, language, "", "", Video.ALWAYS_THERE);
  }

  private static float[] lifts(SegmentsConfig config, User user) {
    float[] lifts = new float[4];
    SegmentsTrainer.train(WATCHES, USERS, config).lifts(user, lifts);
    return lifts;
  }

  /**
   * Spanish readers have 2 of 6 watches: e = 2 · (3, 2, 1, 0) / 6 = (1, 2/3, 1/3, 0) and c = (0, 1,
   * 1, 0); with κ = 1 the lift is (1/2, 2/(5/3), 2/(4/3), 1).
   */
  @Test
  void aLiftIsObservedOverExpectedWithAPrior() {
    float[] lifts = lifts(new SegmentsConfig(1, 1), user("new", "es", ""));
    assertThat(lifts[0]).isEqualTo(0.5f, EXACT);
    assertThat(lifts[1]).isEqualTo(1.2f, EXACT);
    assertThat(lifts[2]).isEqualTo(1.5f, EXACT);
    assertThat(lifts[3]).isEqualTo(1f, EXACT);
  }

  /**
   * English: 4 watches, e = (2, 4/3, 2/3, 0), c = (3, 1, 0, 0), so with κ = 1 lifts of (4/3, 6/7,
   * 3/5, 1). GB inside it: 3 watches, e = (3/2, 1, 1/2, 0), c = (2, 1, 0, 0): (10/3)/(5/2) = 4/3,
   * (13/7)/2 = 13/14, (3/5)/(3/2) = 2/5, 1.
   */
  @Test
  void aNarrowSegmentStartsFromTheWiderOne() {
    float[] lifts = lifts(new SegmentsConfig(1, 1), user("new", "en", "GB"));
    assertThat(lifts[0]).isEqualTo(4 / 3f, EXACT);
    assertThat(lifts[1]).isEqualTo(13 / 14f, EXACT);
    assertThat(lifts[2]).isEqualTo(0.4f, EXACT);
    assertThat(lifts[3]).isEqualTo(1f, EXACT);
  }

  @Test
  void aThinSegmentBacksOffToTheWiderOne() {
    // GB has three watches, English four.
    SegmentsConfig config = new SegmentsConfig(4, 1);
    assertThat(lifts(config, user("new", "en", "GB")))
        .isEqualTo(lifts(config, user("new", "en", "")));
    assertThat(lifts(config, user("new", "es", "ES"))).containsExactly(1, 1, 1, 1);
  }

  @Test
  void nobodyKnownIsLikeEverybody() {
    Segments segments = SegmentsTrainer.train(WATCHES, USERS, new SegmentsConfig(1, 1));
    float[] lifts = new float[4];
    assertThat(segments.lifts(User.unknown("new"), lifts)).isZero();
    assertThat(lifts).containsExactly(1, 1, 1, 1);
    assertThat(segments.lifts(user("new", "hi", "IN"), lifts)).isZero();
    assertThat(segments.lifts(user("new", "en", "IN"), lifts)).isEqualTo(1);
  }

  @Test
  void theArraysComeBackTheSame() {
    Segments segments = SegmentsTrainer.train(WATCHES, USERS, new SegmentsConfig(1, 2));
    Segments back = Segments.of(segments.toTensors());
    assertThat(back.segments()).isEqualTo(segments.segments()).isEqualTo(6);
    float[] expected = new float[4];
    float[] found = new float[4];
    segments.lifts(USERS.get(0), expected);
    back.lifts(USERS.get(0), found);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void arraysThatDoNotBelongTogetherAreRefused() {
    refused(List.of("en|"), new int[] {0, 0}, new int[0], "the first segment must be everybody");
    refused(List.of(""), new int[] {0, 2}, new int[] {1}, "offsets must run from 0 to 1");
    refused(List.of("", "a"), new int[] {0, 2, 1}, new int[] {1}, "offsets must not descend");
    refused(List.of(""), new int[] {0, 1}, new int[] {4}, "videos must be in [0, 4)");
  }

  private static void refused(List<String> keys, int[] offsets, int[] ordinals, String sentence) {
    Tensors.Builder tensors =
        Tensors.builder()
            .set("segments", Integer.toString(keys.size()))
            .put("size", new int[] {4}, 1)
            .put("prior", new float[] {1}, 1)
            .put("offsets", offsets, offsets.length)
            .put("ordinals", ordinals, ordinals.length)
            .put("counts", ordinals, ordinals.length);
    for (int s = 0; s < keys.size(); s++) {
      tensors.set("segment." + s, keys.get(s));
    }
    assertThatThrownBy(() -> Segments.of(tensors.build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new SegmentsConfig(0, 1))
        .hasMessage("leastWatches must be at least 1, was 0");
    assertThatThrownBy(() -> new SegmentsConfig(1, 0))
        .hasMessage("prior must be greater than 0, was 0.0");
  }
}
