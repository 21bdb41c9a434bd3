package watchnext.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Vocabulary vocabulary = Vocabulary.of(List.of("b", "a", "c"));

  @Test
  void ordinalsRunInTheOrderGivenAndBack() {
    assertThat(vocabulary.size()).isEqualTo(3);
    assertThat(vocabulary.ids()).containsExactly("b", "a", "c");
    for (int ordinal = 0; ordinal < 3; ordinal++) {
      assertThat(vocabulary.ordinal(vocabulary.id(ordinal))).isEqualTo(ordinal);
      assertThat(vocabulary.find(vocabulary.id(ordinal))).isEqualTo(ordinal);
    }
  }

  @Test
  void anUnknownIdentifierIsFoundNowhereAndRefusedWhereItMustBeKnown() {
    assertThat(vocabulary.find("d")).isEqualTo(Vocabulary.UNKNOWN);
    assertThatThrownBy(() -> vocabulary.ordinal("d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown identifier \"d\"");
  }

  @Test
  void anIdentifierThatComesTwiceIsRefused() {
    assertThatThrownBy(() -> Vocabulary.of(List.of("a", "b", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("identifiers must be unique, \"a\" came twice");
  }

  @Test
  void changingTheListItWasMadeOfChangesNothing() {
    List<String> ids = new ArrayList<>(List.of("a", "b"));
    Vocabulary made = Vocabulary.of(ids);
    ids.set(0, "z");
    assertThat(made.ids()).containsExactly("a", "b");
    assertThatThrownBy(() -> made.ids().add("c")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void nothingCanBeNumberedToo() {
    assertThat(Vocabulary.of(List.of()).size()).isZero();
    assertThat(Vocabulary.of(List.of()).find("a")).isEqualTo(Vocabulary.UNKNOWN);
  }
}
