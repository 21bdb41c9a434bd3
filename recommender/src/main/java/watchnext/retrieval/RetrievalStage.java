package watchnext.retrieval;

import java.util.ArrayList;
import java.util.List;
import watchnext.task.Candidates;

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

  /**
   * What one source did for one request.
   *
   * @param name the source
   * @param found videos it brought
   * @param propensity probability with which each of them was drawn, 1 where none was
   * @param micros wall time in microseconds
   */
  public record SourceStep(String name, int found, double propensity, double micros) {}

  /**
   * What stage 1 found, and how.
   *
   * @param candidates the union
   * @param steps one a source, in order
   */
  public record Gathered(Candidates candidates, List<SourceStep> steps) {
    /** Takes an unmodifiable copy. */
    public Gathered {
      steps = List.copyOf(steps);
    }
  }

  private final List<Source> sources;
  private final List<String> names;
  private final String leading;

  /** A stage of the given sources, the most trusted first. */
  public RetrievalStage(List<Source> sources) {
    this(sources, "");
  }

  private RetrievalStage(List<Source> sources, String leading) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a retrieval stage must have at least one source");
    }
    this.sources = List.copyOf(sources);
    this.names = sources.stream().map(source -> source.retriever().name()).toList();
    this.leading = leading;
  }

  /**
   * The same stage with the whole list of one source in front of the others' lists.
   *
   * @throws IllegalArgumentException when there is no such source
   */
  public RetrievalStage ledBy(String source) {
    if (!names.contains(source)) {
      throw new IllegalArgumentException(
          "the leading source must be one of " + names + ", was " + source);
    }
    return new RetrievalStage(sources, source);
  }

  /** The sources, in order. */
  public List<Source> sources() {
    return sources;
  }

  /** The union of what the sources bring for {@code request}. */
  public Candidates candidates(RetrievalRequest request) {
    return gather(request).candidates();
  }

  /** The same, with what each source did. */
  public Gathered gather(RetrievalRequest request) {
    List<Brought> brought = new ArrayList<>(sources.size());
    List<SourceStep> steps = new ArrayList<>(sources.size());
    for (Source source : sources) {
      long start = System.nanoTime();
      Brought answer = source.retriever().bring(request, source.quota());
      double micros = (System.nanoTime() - start) / 1e3;
      brought.add(answer);
      steps.add(
          new SourceStep(
              source.retriever().name(), answer.list().size(), answer.propensity(), micros));
    }
    return new Gathered(Merge.of(names, brought, names.indexOf(leading)), steps);
  }
}
