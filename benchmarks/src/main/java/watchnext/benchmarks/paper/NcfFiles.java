package watchnext.benchmarks.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchnext.dataset.Interactions;

/**
 * A data set as He et al. publish it: {@code NAME.train.rating} and {@code NAME.test.rating} with
 * user, item, rating and time (of which only the first two are read, and the last may be missing),
 * and {@code NAME.test.negative} with "(user,item)" and 99 items the user did not meet; fields
 * separated by tabs. Reference: He et al., Neural Collaborative Filtering, WWW 2017 [he2017].
 * <i>Immutable.</i>
 *
 * @param train what the models see
 * @param questions one for each line of the test file
 */
record NcfFiles(Interactions train, List<Question> questions) {

  /**
   * Which of these items did the user meet?
   *
   * @param user ordinal of the user
   * @param positive the item that was met
   * @param negatives the others, in the order of the file, sometimes one twice
   */
  record Question(int user, int positive, int[] negatives) {}

  /** Reads the three files of a data set. */
  static NcfFiles read(Path folder, String name) throws IOException {
    Pairs train = pairs(folder.resolve(name + ".train.rating"));
    Path testFile = folder.resolve(name + ".test.rating");
    List<int[]> tested = new ArrayList<>();
    Lines.read(
        testFile,
        "\t",
        fields -> tested.add(new int[] {Lines.ordinal(fields, 0), Lines.ordinal(fields, 1)}));
    Path negativeFile = folder.resolve(name + ".test.negative");
    List<Question> questions = new ArrayList<>();
    Lines.read(negativeFile, "\t", fields -> questions.add(question(fields, tested, questions)));
    if (questions.size() != tested.size()) {
      throw new IllegalArgumentException(
          String.format(
              "%s and %s must have as many lines, had %d and %d",
              testFile, negativeFile, tested.size(), questions.size()));
    }
    int users = train.userCount();
    int items = train.videoCount();
    for (Question question : questions) {
      users = Math.max(users, question.user() + 1);
      items = Math.max(items, question.positive() + 1);
      for (int negative : question.negatives()) {
        items = Math.max(items, negative + 1);
      }
    }
    return new NcfFiles(train.matrix(users, items), List.copyOf(questions));
  }

  private static Pairs pairs(Path file) throws IOException {
    Pairs pairs = new Pairs();
    Lines.read(file, "\t", fields -> pairs.add(Lines.ordinal(fields, 0), Lines.ordinal(fields, 1)));
    return pairs;
  }

  private static Question question(String[] fields, List<int[]> tested, List<Question> before) {
    if (before.size() >= tested.size()) {
      throw new IllegalArgumentException("there must be as many lines as in the test file");
    }
    int[] pair = tested.get(before.size());
    String expected = "(" + pair[0] + "," + pair[1] + ")";
    if (!fields[0].replace(" ", "").equals(expected)) {
      throw new IllegalArgumentException(
          "column 1 must hold " + expected + " as the test file does, held \"" + fields[0] + "\"");
    }
    int[] negatives = new int[fields.length - 1];
    for (int i = 0; i < negatives.length; i++) {
      negatives[i] = Lines.ordinal(fields, i + 1);
    }
    return new Question(pair[0], pair[1], negatives);
  }
}
