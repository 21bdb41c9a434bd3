package watchnext.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import watchnext.catalog.Context;

class AudienceTest {

  private static final long LATER = WorldConfig.START + 86_400;

  private final World world = World.of(WorldConfig.preset("tiny"), 7);

  @Test
  void twoAudiencesAnswerTheSamePageAlike() {
    for (int user = 0; user < 100; user++) {
      PageResponse one = answer(world.audience(), user, 1, 2, 3, 4, 5);
      PageResponse two = answer(world.audience(), user, 1, 2, 3, 4, 5);
      for (int place = 0; place < 5; place++) {
        assertThat(one.watchSeconds(place)).isEqualTo(two.watchSeconds(place));
        assertThat(one.liked(place)).isEqualTo(two.liked(place));
      }
      assertThat(one.nextVisit()).isEqualTo(two.nextVisit());
    }
  }

  /** Common random numbers: on top, a video meets the same luck whatever stands below it. */
  @Test
  void whatElseStandsOnThePageDoesNotChangeTheLuckOfAVideo() {
    for (int user = 0; user < 100; user++) {
      PageResponse one = answer(world.audience(), user, 1, 2, 3);
      PageResponse two = answer(world.audience(), user, 1, 77, 78);
      assertThat(one.clicked(0)).isEqualTo(two.clicked(0));
      assertThat(one.watchSeconds(0)).isEqualTo(two.watchSeconds(0));
    }
  }

  @Test
  void theTopOfThePageIsOpenedMoreOftenThanItsEnd() {
    int top = 0;
    int end = 0;
    for (int user = 0; user < 150; user++) {
      for (int video = 0; video < 20; video++) {
        int[] page = new int[20];
        for (int k = 0; k < 20; k++) {
          page[k] = (video + k) % 20;
        }
        PageResponse answer = answer(world.audience(), user, page);
        top += answer.clicked(0) ? 1 : 0;
        end += answer.clicked(19) ? 1 : 0;
      }
    }
    assertThat(end).isLessThan(top * 3 / 4);
  }

  @Test
  void showingTheSameVideoAgainAndAgainTires() {
    Audience audience = world.audience();
    int first = 0;
    int fourth = 0;
    for (int user = 0; user < 150; user++) {
      for (int round = 0; round < 4; round++) {
        PageResponse answer = answer(audience, user, 10, 11, 12, 13, 14);
        for (int place = 0; place < 5; place++) {
          first += round == 0 && answer.clicked(place) ? 1 : 0;
          fourth += round == 3 && answer.clicked(place) ? 1 : 0;
        }
      }
    }
    assertThat(fourth).isLessThan(first * 3 / 4);
  }

  @Test
  void aVideoThatIsNotUploadedYetCannotBeShown() {
    assertThatThrownBy(() -> answer(world.audience(), 0, 599))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must hold videos in [0, ")
        .hasMessageContaining("had 599");
  }

  @Test
  void aUserWhoHasNotSignedUpCannotBeShownAPage() {
    assertThatThrownBy(() -> answer(world.audience(), 299, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have signed up");
  }

  private static PageResponse answer(Audience audience, int user, int... page) {
    return audience.respond(user, page, new Context(LATER, "phone"));
  }
}
