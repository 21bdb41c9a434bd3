package watchnext.ingest;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefHash;

/**
 * Identifiers numbered in order of first appearance: a hash table of Lucene, in which each costs
 * its UTF-8 bytes and a few more. <i>Confined: one thread at a time.</i>
 */
final class IdTable {

  /** The answer of {@link #find} for an identifier that is not here. */
  static final int UNKNOWN = -1;

  private final BytesRefHash ids = new BytesRefHash();
  private final BytesRefBuilder bytes = new BytesRefBuilder();

  int size() {
    return ids.size();
  }

  /** The identifier of an ordinal. */
  String id(int ordinal) {
    return ids.get(ordinal, new BytesRef()).utf8ToString();
  }

  /** All identifiers by ordinal. */
  List<String> ids() {
    return IntStream.range(0, size()).mapToObj(this::id).toList();
  }

  /** The ordinal of an identifier, or {@link #UNKNOWN}. */
  int find(String id) {
    bytes.copyChars(id);
    return ids.find(bytes.get());
  }

  /** The ordinal of an identifier, which becomes known if it was not. */
  int add(String id) {
    bytes.copyChars(id);
    int ordinal = ids.add(bytes.get());
    return ordinal < 0 ? -1 - ordinal : ordinal;
  }
}
