package watchnext.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of KuaiRand in one folder, by their published names: {@code log_standard_*}, {@code
 * log_random_*}, {@code video_features_basic_*}, {@code user_features_*}, each ending in {@code
 * _pure}, {@code _1k} or {@code _27k}, the large ones in parts. <i>Immutable.</i>
 *
 * @param logs standard and random logs in order of the days in their names, at least one
 * @param randomLogs those of {@code logs} whose videos were drawn at random
 * @param videos the features of videos, at least one file
 * @param users the users, none or one file
 * @param statistics files that are never read, see {@link #WHY_NO_STATISTICS}
 */
record KuaiRandFiles(
    List<Path> logs,
    List<Path> randomLogs,
    List<Path> videos,
    List<Path> users,
    List<Path> statistics) {

  /** Why {@code video_features_statistic_*} is not read. */
  static final String WHY_NO_STATISTICS =
      "it averages over the whole month, the test period included";

  private static final Pattern NAME =
      Pattern.compile(
          "(log_standard|log_random|video_features_basic|video_features_statistic|user_features)"
              + "_(.*?)(pure|1k|27k)(_part[0-9]+)?\\.csv");

  private static final String STATISTIC = "video_features_statistic";

  /** A file of a known name: what it is, its days and part, and the set it belongs to. */
  private record Named(Path file, String kind, String days, String set) {

    static Stream<Named> of(Path file) {
      Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
      return name.matches()
          ? Stream.of(new Named(file, name.group(1), name.group(2), name.group(3)))
          : Stream.empty();
    }
  }

  KuaiRandFiles {
    logs = List.copyOf(logs);
    randomLogs = List.copyOf(randomLogs);
    videos = List.copyOf(videos);
    users = List.copyOf(users);
    statistics = List.copyOf(statistics);
  }

  /**
   * The files in {@code folder}; all others are passed over.
   *
   * @throws BadInputException when a needed file is not there, or the folder mixes the sets
   */
  static KuaiRandFiles in(Path folder) throws IOException {
    List<Named> all = named(folder);
    KuaiRandFiles files =
        new KuaiRandFiles(
            of(all, "log_standard", "log_random"),
            of(all, "log_random"),
            of(all, "video_features_basic"),
            of(all, "user_features"),
            of(all, STATISTIC));
    if (files.logs.isEmpty() && !files.statistics.isEmpty()) {
      String name = String.valueOf(files.statistics.get(0).getFileName());
      throw bad(
          name, "expected logs and basic features, this file is refused: " + WHY_NO_STATISTICS);
    }
    if (files.logs.isEmpty()) {
      throw bad(folder.toString(), "expected log_standard_*.csv or log_random_*.csv of KuaiRand");
    }
    if (files.videos.isEmpty()) {
      throw bad(folder.toString(), "expected video_features_basic_*.csv of KuaiRand");
    }
    List<String> sets = all.stream().map(Named::set).distinct().sorted().toList();
    if (sets.size() > 1) {
      throw bad(
          folder.toString(),
          "expected the files of one set, as each numbers its users anew, found " + sets);
    }
    return files;
  }

  /** Files of known names, by the days in their names. */
  private static List<Named> named(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      boolean refused = Named.of(folder).anyMatch(file -> file.kind.equals(STATISTIC));
      throw bad(
          folder.toString(),
          "expected a folder, was a file"
              + (refused ? "; it is refused: " + WHY_NO_STATISTICS : ""));
    }
    if (!Files.isDirectory(folder)) {
      throw bad(folder.toString(), "expected a folder, found none");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(Named::of)
          .sorted(Comparator.comparing(Named::days).thenComparing(Named::file))
          .toList();
    }
  }

  private static List<Path> of(List<Named> all, String... kinds) {
    return all.stream()
        .filter(named -> List.of(kinds).contains(named.kind))
        .map(Named::file)
        .toList();
  }

  private static BadInputException bad(String file, String problem) {
    return new BadInputException(new BadRow(file, 0, "", problem));
  }
}
