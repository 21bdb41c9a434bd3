package watchnext.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void theWidthIsWhatTheLauncherFoundAndHundredElsewhere() {
    assertThat(Terminal.width("")).isEqualTo(100);
    assertThat(Terminal.width("wide")).isEqualTo(100);
    assertThat(Terminal.width("173")).isEqualTo(173);
    assertThat(Terminal.width("7")).isEqualTo(40);
  }
}
