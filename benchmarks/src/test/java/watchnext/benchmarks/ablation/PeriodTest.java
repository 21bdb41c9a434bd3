package watchnext.benchmarks.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.catalog.Catalog;
import watchnext.catalog.User;
import watchnext.catalog.Video;
import watchnext.dataset.TemporalSplit;
import watchnext.event.Event;
import watchnext.event.EventLog;
import watchnext.event.EventLogBuilder;

class PeriodTest {

  private static final TemporalSplit SPLIT = new TemporalSplit(10, 20, 30);

  private static EventLog log() {
    Video video = new Video("v", "", "", List.of(), "", 0, Video.ALWAYS_THERE);
    EventLogBuilder log =
        new EventLogBuilder(new Catalog(List.of(User.unknown("u")), List.of(video)));
    log.add(new Event.Click(5, "u", "v", ""));
    log.add(new Event.Click(41, "u", "v", ""));
    return log.build();
  }

  @Test
  void validationEndsWhereTheTestPeriodBegins() {
    assertThat(Period.VALIDATION.from(SPLIT)).isEqualTo(20);
    assertThat(Period.VALIDATION.until(SPLIT, log())).isEqualTo(30);
    assertThat(Period.TEST.from(SPLIT)).isEqualTo(30);
  }

  @Test
  void theTestPeriodHoldsTheLastEvent() {
    assertThat(Period.TEST.until(SPLIT, log())).isEqualTo(42);
  }
}
