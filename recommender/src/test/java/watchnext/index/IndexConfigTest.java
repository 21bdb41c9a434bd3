package watchnext.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchnext.index.IndexConfig.Kind;
import watchnext.math.Matrix;

class IndexConfigTest {

  private static final Matrix VECTORS =
      IndexFixtures.clustered(700, 16, 10, new SplittableRandom(1));

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindIsBuiltByItsName(Kind kind) {
    IndexConfig config = new IndexConfig(kind, 8, 60, 70, 2);
    FrozenIndex index = config.build(VECTORS, BuildListener.SILENT, new SplittableRandom(2));
    Class<?> expected =
        switch (kind) {
          case HNSW, HNSWLIB -> FrozenHnswIndex.class;
          case CELLS -> CellIndex.class;
          case EXACT -> ExactIndex.class;
        };
    assertThat(index).isInstanceOf(expected);
    assertThat(index.search(VECTORS.row(9), 1).ordinals()).containsExactly(9);
    if (index instanceof FrozenHnswIndex graph) {
      assertThat(graph.config()).isEqualTo(new HnswConfig(8, 60, 70, 2));
    }
    if (index instanceof CellIndex cells) {
      assertThat(cells.config().ef()).isEqualTo(70);
    }
  }

  @Test
  void badSettingsAreRefused() {
    assertThatThrownBy(() -> new IndexConfig(Kind.EXACT, 1, 1, 1, 1))
        .hasMessage("m must be at least 2, was 1");
    assertThatThrownBy(() -> new IndexConfig(Kind.HNSW, 16, 1, 0, 1))
        .hasMessageContaining("were 1, 0 and 1");
  }
}
