package watchnext.retrieval;

import java.util.ArrayList;
import java.util.List;
import watchnext.task.Candidates;
import watchnext.task.RankedList;

/**
 * Funnel stage 1: asks every source for its quota and merges the answers.
 *
 * <p><i>Immutable; thread-safe as its sources are.</i>
 */
public final class RetrievalStage {

  /**
   * A source and how many videos it may bring.
   *
   * @param retriever the source
   * @param quota at least 1
   */
  public record Source(Retriever retriever, int quota) {
    /** Checks the quota. */
    public Source {
      if (quota < 1) {
        throw new IllegalArgumentException(
            "the quota of " + retriever.name() + " must be at least 1, was " + quota);
      }
    }
  }

  private final List<Source> sources;
  private final List<String> names;

  /** A stage of the given sources, the most trusted first. */
  public RetrievalStage(List<Source> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a retrieval stage must have at least one source");
    }
    this.sources = List.copyOf(sources);
    this.names = sources.stream().map(source -> source.retriever().name()).toList();
  }

  /** The sources, in order. */
  public List<Source> sources() {
    return sources;
  }

  /** The union of what the sources bring for {@code request}. */
  public Candidates candidates(RetrievalRequest request) {
    List<RankedList> lists = new ArrayList<>(sources.size());
    for (Source source : sources) {
      lists.add(source.retriever().retrieve(request, source.quota()));
    }
    return Merge.roundRobin(names, lists);
  }
}
