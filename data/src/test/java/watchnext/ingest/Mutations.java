package watchnext.ingest;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/** Damages bytes in one to four of the ways in which files are damaged. */
public final class Mutations {

  private static final byte[] NASTY = {
    '"', ',', '\n', '\r', '\t', '|', ':', '\'', '=', '-', '.', '9', 'e', 0, (byte) 0xFF, (byte) 0xC3
  };

  private Mutations() {}

  public static byte[] of(byte[] original, SplittableRandom random) {
    byte[] bytes = original;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, SplittableRandom random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1, 12));
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(bytes, 0, from);
    switch (random.nextInt(5)) {
      case 0 -> {
        // A piece is lost.
        result.write(bytes, to, bytes.length - to);
      }
      case 1 -> {
        // A piece comes twice.
        result.write(bytes, from, to - from);
        result.write(bytes, from, bytes.length - from);
      }
      case 2 -> {
        // A byte comes in between.
        result.write(NASTY[random.nextInt(NASTY.length)]);
        result.write(bytes, from, bytes.length - from);
      }
      case 3 -> {
        // A byte is changed.
        result.write(random.nextInt(256));
        int rest = Math.min(bytes.length, from + 1);
        result.write(bytes, rest, bytes.length - rest);
      }
      default -> {
        // A piece becomes noise of the nasty sort.
        for (int i = from; i < to; i++) {
          result.write(NASTY[random.nextInt(NASTY.length)]);
        }
        result.write(bytes, to, bytes.length - to);
      }
    }
    return result.toByteArray();
  }
}
