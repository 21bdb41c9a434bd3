package watchnext.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Markdown pages of the repository, and the names of its Java files. */
final class Pages {

  static final Path ROOT = Path.of("..");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

  private Pages() {}

  /** README, CONTRIBUTING, CHANGELOG and all of docs. */
  static List<Path> all() {
    List<Path> pages = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      pages.add(ROOT.resolve(name));
    }
    pages.addAll(under(ROOT.resolve("docs"), ".md"));
    return pages;
  }

  static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page without its fenced blocks. */
  static String prose(Path page) {
    return FENCE.matcher(read(page)).replaceAll("");
  }

  /** The anchors that the headings of a page make, by GitHub's rule. */
  static Set<String> anchors(Path page) {
    Map<String, Integer> times = new HashMap<>();
    return HEADING
        .matcher(prose(page))
        .results()
        .map(heading -> slug(heading.group(1)))
        .map(slug -> numbered(slug, times.merge(slug, 1, Integer::sum)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String numbered(String slug, int time) {
    return time == 1 ? slug : slug + "-" + (time - 1);
  }

  static String slug(String heading) {
    return heading
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Each Java file of the three modules by its class name; tests too. */
  static Map<String, List<Path>> classes() {
    Map<String, List<Path>> classes = new HashMap<>();
    for (String module : List.of("data", "recommender", "benchmarks")) {
      for (Path file : under(ROOT.resolve(module).resolve("src"), ".java")) {
        String name = file.getFileName().toString().replace(".java", "");
        classes.computeIfAbsent(name, n -> new ArrayList<>()).add(file);
      }
    }
    return classes;
  }

  private static List<Path> under(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
