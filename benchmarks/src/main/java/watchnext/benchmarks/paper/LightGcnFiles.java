package watchnext.benchmarks.paper;

import java.io.IOException;
import java.nio.file.Path;
import watchnext.dataset.Interactions;

/**
 * A data set as NGCF and LightGCN publish it: {@code train.txt} and {@code test.txt}, each line a
 * user and the items of that user, separated by blanks. <i>Immutable.</i>
 *
 * @param train what the models see
 * @param test what they are asked for
 */
record LightGcnFiles(Interactions train, Interactions test) {

  /** Reads both files of a folder. */
  static LightGcnFiles read(Path folder) throws IOException {
    Pairs train = pairs(folder.resolve("train.txt"));
    Pairs test = pairs(folder.resolve("test.txt"));
    int users = Math.max(train.userCount(), test.userCount());
    int items = Math.max(train.videoCount(), test.videoCount());
    return new LightGcnFiles(train.matrix(users, items), test.matrix(users, items));
  }

  private static Pairs pairs(Path file) throws IOException {
    Pairs pairs = new Pairs();
    Lines.read(
        file,
        " +",
        fields -> {
          int user = Lines.ordinal(fields, 0);
          for (int i = 1; i < fields.length; i++) {
            pairs.add(user, Lines.ordinal(fields, i));
          }
        });
    return pairs;
  }

  /** The same form with a fifth of train in the place of test. */
  LightGcnFiles validation(long seed) {
    Interactions[] parts = Pairs.holdOut(train, 0.2, seed);
    return new LightGcnFiles(parts[0], parts[1]);
  }
}
