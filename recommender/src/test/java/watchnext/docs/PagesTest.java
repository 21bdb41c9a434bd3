package watchnext.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages name is there: files, headings, classes and their members. */
@Tag("architecture")
class PagesTest {

  private static final Pattern LINK =
      Pattern.compile("\\[(?:[^\\[\\]]|\\[[^]]*])*]\\(([^)\\s]+)\\)|(?m)^\\[[^]]+]: (\\S+)$");
  private static final Pattern CITATION = Pattern.compile("\\[([a-z]+\\d{4}[a-z]*)]");
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern NAMED_LINK =
      Pattern.compile("\\[`([A-Z]\\w*)(?:\\.(\\w+))?`]\\(([^)#]+\\.java)\\)");
  private static final Pattern CLASS =
      Pattern.compile(
          "(?:[a-z]\\w*\\.)*([A-Z][a-z]+[A-Z]\\w*|[A-Z][a-z]+(?=\\.))(?:\\.([a-z]\\w*|[A-Z_]+))?(?:\\(\\))?");

  /** Classes of the JDK that pages name. */
  private static final List<String> NOT_OURS =
      List.of("ThreadLocal" + "Random", "StrictMath", "Math");

  @Test
  void everyLinkLeadsToAFileAndAHeading() {
    List<String> broken = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher link = LINK.matcher(Pages.prose(page));
      while (link.find()) {
        String target = link.group(1) == null ? link.group(2) : link.group(1);
        if (!target.contains("://") && !leads(page, target)) {
          broken.add(page + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPaperThatIsCitedStandsInTheReferences() {
    String references = Pages.read(Pages.ROOT.resolve("docs/references.md"));
    List<String> missing = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher cited = CITATION.matcher(Pages.prose(page));
      while (cited.find()) {
        if (!references.contains("- [" + cited.group(1) + "]")) {
          missing.add(page + ": " + cited.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theReadmeIsShort() {
    List<String> lines = Pages.read(Pages.ROOT.resolve("README.md")).lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(150);
    assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= 140);
  }

  private static boolean leads(Path page, String target) {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    Path file = name.isEmpty() ? page : page.resolveSibling(name).normalize();
    return Files.exists(file)
        && (hash < 0 || Pages.anchors(file).contains(target.substring(hash + 1)));
  }

  @Test
  void aLinkThatIsCalledLikeAClassLeadsToIt() {
    List<String> wrong = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher link = NAMED_LINK.matcher(Pages.prose(page));
      while (link.find()) {
        Path file = page.resolveSibling(link.group(3)).normalize();
        boolean isIt = file.getFileName().toString().equals(link.group(1) + ".java");
        if (!isIt || !hasMember(List.of(file), link.group(2))) {
          wrong.add(page + ": " + link.group());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyClassAndMemberThatIsNamedExists() {
    Map<String, List<Path>> classes = Pages.classes();
    List<String> unknown = new ArrayList<>();
    for (Path page : Pages.all()) {
      if (page.getFileName().toString().startsWith("appendix-")) {
        continue; // a class may stand there with the last commit that had it
      }
      Matcher span = SPAN.matcher(Pages.prose(page));
      while (span.find()) {
        Matcher named = CLASS.matcher(span.group(1));
        if (named.matches() && !NOT_OURS.contains(named.group(1))) {
          List<Path> files = classes.getOrDefault(named.group(1), List.of());
          if (files.isEmpty() || !hasMember(files, named.group(2))) {
            unknown.add(page + ": " + span.group(1));
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean hasMember(List<Path> files, @Nullable String member) {
    Pattern word = Pattern.compile("\\b" + member + "\\b");
    return member == null
        || member.equals("java")
        || files.stream().anyMatch(file -> word.matcher(Pages.read(file)).find());
  }
}
