package watchnext.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchnext.catalog.Context;
import watchnext.math.Matrix;
import watchnext.task.Slate;

class ServedFileTest {

  @TempDir private Path folder;

  private static ServedPage page(String id) {
    Slate.Item item =
        new Slate.Item("v" + id, 0, List.of("popular", "als"), 3, 0.25f, "popular now", 0.5);
    return new ServedPage(
        id,
        "two-stage",
        new Context(7, "tv"),
        new Slate("u", "night 1", List.of(item)),
        List.of("a", "b"),
        new Matrix(1, 2, new float[] {Float.MIN_VALUE, -0.0f}));
  }

  private static void assertSame(ServedPage read, ServedPage written) {
    assertThat(read.requestId()).isEqualTo(written.requestId());
    assertThat(read.arm()).isEqualTo(written.arm());
    assertThat(read.context()).isEqualTo(written.context());
    assertThat(read.slate()).isEqualTo(written.slate());
    assertThat(read.featureNames()).isEqualTo(written.featureNames());
    for (int i = 0; i < 2; i++) {
      assertThat(Float.floatToRawIntBits(read.rows().data()[i]))
          .isEqualTo(Float.floatToRawIntBits(written.rows().data()[i]));
    }
  }

  private static void add(Path file, String id) throws IOException {
    try (ServedFile log = ServedFile.open(file)) {
      log.add(page(id));
    }
  }

  @Test
  void pagesComeBackInOrderBitForBitThoughTheFileWasOpenedTwice() throws IOException {
    Path file = folder.resolve("served");
    add(file, "r1");
    add(file, "r2");
    List<ServedPage> pages = ServedFile.read(file);
    assertThat(pages).hasSize(2);
    assertSame(pages.get(0), page("r1"));
    assertSame(pages.get(1), page("r2"));
  }

  @Test
  void aRecordThatWasCutShortIsLeftOutAndReplacedByTheNext() throws IOException {
    Path file = folder.resolve("served");
    add(file, "r1");
    add(file, "r2");
    byte[] all = Files.readAllBytes(file);
    for (int cut = 1; cut < all.length / 2; cut++) {
      Files.write(file, Arrays.copyOf(all, all.length - cut));
      assertThat(ServedFile.read(file)).extracting(ServedPage::requestId).containsExactly("r1");
    }
    add(file, "r3");
    assertThat(ServedFile.read(file)).extracting(ServedPage::requestId).containsExactly("r1", "r3");
  }

  @Test
  void aFileOfSomethingElseIsRefusedByName() throws IOException {
    Path file = folder.resolve("other");
    byte[] record = new byte[64];
    for (byte filling : new byte[] {0, 9, 127, -1}) {
      Arrays.fill(record, 4, 64, filling);
      record[3] = 60;
      Files.write(file, record);
      assertThatThrownBy(() -> ServedFile.read(file))
          .isInstanceOf(IOException.class)
          .hasMessage(file + " must hold served pages, a record does not read as one");
    }
  }
}
