package watchnext.synthetic.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import watchnext.require.Require;

/**
 * What videos can be about: a tree of two levels, roots ("music") and their leaves ("guitar").
 * Leaves of one root are related, others are not. <i>Immutable.</i>
 */
public final class TopicTree {

  /** Number of roots that there are words for. */
  public static final int MOST_ROOTS = 12;

  private static final Pattern COLUMNS = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<String> rootNames = new ArrayList<>();
  private final List<String> leafNames = new ArrayList<>();
  private final List<List<String>> words = new ArrayList<>();
  private final List<Integer> rootOfLeaf = new ArrayList<>();

  private TopicTree() {}

  /**
   * The tree of the first {@code roots} roots.
   *
   * @throws IllegalArgumentException when {@code roots} is not in [2, {@value #MOST_ROOTS}]
   */
  public static TopicTree ofRoots(int roots) {
    Require.that(
        roots >= 2 && roots <= MOST_ROOTS, "roots must be in [2, %s], was %s", MOST_ROOTS, roots);
    TopicTree tree = new TopicTree();
    try (InputStream in = TopicTree.class.getResourceAsStream("topics.txt")) {
      if (in == null) {
        throw new IllegalStateException("topics.txt must be on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          tree.addLeaf(COLUMNS.split(line, -1), roots);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  private void addLeaf(String[] columns, int mostRoots) {
    int root = rootNames.indexOf(columns[0]);
    if (root < 0) {
      if (rootNames.size() == mostRoots) {
        return;
      }
      root = rootNames.size();
      rootNames.add(columns[0]);
    }
    leafNames.add(columns[1]);
    words.add(List.of(SPACES.split(columns[2])));
    rootOfLeaf.add(root);
  }

  /** Number of roots. */
  public int roots() {
    return rootNames.size();
  }

  /** Number of leaves. */
  public int leaves() {
    return leafNames.size();
  }

  /** The root of a leaf. */
  public int root(int leaf) {
    return rootOfLeaf.get(leaf);
  }

  /** Name of a root. */
  public String rootName(int root) {
    return rootNames.get(root);
  }

  /** Name of a leaf. */
  public String leafName(int leaf) {
    return leafNames.get(leaf);
  }

  /** Words that titles about the leaf draw from. */
  public List<String> words(int leaf) {
    return words.get(leaf);
  }
}
