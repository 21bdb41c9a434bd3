package watchnext.benchmarks.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text file line by line and says where a line is wrong. <i>Stateless.</i> */
final class Lines {

  /** Takes one line, with its fields. */
  @FunctionalInterface
  interface Reader {
    void read(String[] fields);
  }

  private Lines() {}

  /**
   * Gives every line that is not blank to {@code reader}, split at {@code separator}.
   *
   * @throws IllegalArgumentException when a line is refused: names file and line
   */
  static void read(Path file, String separator, Reader reader) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "the published files must be there");
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          reader.read(line.strip().split(separator, -1));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /**
   * The number in a field, 0 or more.
   *
   * @throws IllegalArgumentException when it is none: names the column
   */
  static int ordinal(String[] fields, int column) {
    String text = column < fields.length ? fields[column] : "";
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the column.
    }
    throw new IllegalArgumentException(
        "column " + (column + 1) + " must hold a number from 0, held \"" + text + "\"");
  }

  /**
   * The time in a field, 0 where there is no such field.
   *
   * @throws IllegalArgumentException when it is no finite number: names the column
   */
  static double time(String[] fields, int column) {
    if (column >= fields.length) {
      return 0;
    }
    try {
      double value = Double.parseDouble(fields[column]);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the column.
    }
    throw new IllegalArgumentException(
        "column " + (column + 1) + " must hold a time, held \"" + fields[column] + "\"");
  }
}
