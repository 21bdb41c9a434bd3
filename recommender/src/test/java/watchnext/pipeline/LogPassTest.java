package watchnext.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static watchnext.pipeline.OnePage.ASKED;
import static watchnext.pipeline.OnePage.watch;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchnext.event.Recording;

class LogPassTest {

  @Test
  void everyListenerIsToldWhatHappenedStrictlyBefore() {
    Recording recording = OnePage.recording(List.of(watch(ASKED, 1, 40), watch(ASKED + 10, 2, 40)));
    List<String> told = new ArrayList<>();
    LogPass pass = new LogPass();
    pass.at(ASKED + 11, state -> told.add("both " + state.history(0).size()));
    pass.at(ASKED, state -> told.add("none " + state.history(0).size()));
    pass.at(ASKED + 10, state -> told.add("one " + state.history(0).size()));
    pass.at(ASKED + 10, state -> told.add("again " + state.history(0).size()));
    pass.run(recording, line -> {});
    assertThat(told).containsExactly("none 0", "one 1", "again 1", "both 2");
  }
}
