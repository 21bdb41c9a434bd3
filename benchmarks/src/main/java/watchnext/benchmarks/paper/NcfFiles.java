package watchnext.benchmarks.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import watchnext.dataset.Interactions;
import watchnext.require.Require;

/**
 * A data set as He et al. publish it: {@code NAME.train.rating} and {@code NAME.test.rating} with
 * user, item, rating (which is not read) and time (which may be missing), and {@code
 * NAME.test.negative} with "(user,item)" and 99 items the user did not meet; fields separated by
 * tabs. Reference: He et al., Neural Collaborative Filtering, WWW 2017 [he2017]. <i>Immutable.</i>
 *
 * @param train what the models see
 * @param latest by user, the item of train with the largest time, of equal times the one of the
 *     last line; {@link #NONE} for a user without train
 * @param questions one for each line of the test file
 */
record NcfFiles(Interactions train, int[] latest, List<Question> questions) {

  /** No item. */
  static final int NONE = -1;

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
    Pairs train = new Pairs();
    Map<Integer, Latest> latest = new HashMap<>();
    Lines.read(
        folder.resolve(name + ".train.rating"),
        "\t",
        fields -> {
          Latest read = new Latest(Lines.ordinal(fields, 1), Lines.time(fields, 3));
          int user = Lines.ordinal(fields, 0);
          train.add(user, read.item());
          latest.merge(user, read, (old, one) -> one.time() >= old.time() ? one : old);
        });
    Path testFile = folder.resolve(name + ".test.rating");
    List<int[]> tested = new ArrayList<>();
    Lines.read(
        testFile,
        "\t",
        fields -> tested.add(new int[] {Lines.ordinal(fields, 0), Lines.ordinal(fields, 1)}));
    Path negativeFile = folder.resolve(name + ".test.negative");
    List<Question> questions = new ArrayList<>();
    Lines.read(negativeFile, "\t", fields -> questions.add(question(fields, tested, questions)));
    Require.that(
        questions.size() == tested.size(),
        "%s and %s must have as many lines, had %d and %d",
        testFile,
        negativeFile,
        tested.size(),
        questions.size());
    int users = train.userCount();
    int itemCount = train.videoCount();
    for (Question question : questions) {
      users = Math.max(users, question.user() + 1);
      itemCount = Math.max(itemCount, question.positive() + 1);
      for (int negative : question.negatives()) {
        itemCount = Math.max(itemCount, negative + 1);
      }
    }
    int[] items = new int[users];
    Arrays.setAll(items, user -> latest.getOrDefault(user, new Latest(NONE, 0)).item());
    return new NcfFiles(train.matrix(users, itemCount), items, List.copyOf(questions));
  }

  /** An item of train and when it was met. */
  private record Latest(int item, double time) {}

  /**
   * The same task one item earlier, for choosing settings without the test set: the latest item of
   * each user is taken out of train and asked for among items that the user does not meet in train,
   * drawn with repetition. A user of one item or of all is not asked.
   *
   * @param negatives items drawn for a question
   */
  NcfFiles validation(int negatives, RandomGenerator random) {
    Pairs stay = new Pairs();
    List<Question> asked = new ArrayList<>();
    for (int user = 0; user < train.rows(); user++) {
      int count = train.count(user);
      boolean isAsked = count > 1 && count < train.columns();
      for (int item : train.row(user)) {
        if (!isAsked || item != latest[user]) {
          stay.add(user, item);
        }
      }
      if (isAsked) {
        asked.add(new Question(user, latest[user], drawn(user, negatives, random)));
      }
    }
    return new NcfFiles(stay.matrix(train.rows(), train.columns()), new int[0], asked);
  }

  private int[] drawn(int user, int count, RandomGenerator random) {
    return IntStream.generate(() -> random.nextInt(train.columns()))
        .filter(item -> !train.contains(user, item))
        .limit(count)
        .toArray();
  }

  private static Question question(String[] fields, List<int[]> tested, List<Question> before) {
    Require.that(before.size() < tested.size(), "there must be as many lines as in the test file");
    int[] pair = tested.get(before.size());
    String expected = "(" + pair[0] + "," + pair[1] + ")";
    Require.that(
        fields[0].replace(" ", "").equals(expected),
        "column 1 must hold %s as the test file does, held \"%s\"",
        expected,
        fields[0]);
    int[] negatives = new int[fields.length - 1];
    for (int i = 0; i < negatives.length; i++) {
      negatives[i] = Lines.ordinal(fields, i + 1);
    }
    return new Question(pair[0], pair[1], negatives);
  }
}
