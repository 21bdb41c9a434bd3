package watchnext.retrieval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.require.Require;
import watchnext.task.Asked;
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
      Require.that(
          quota >= 1, "the quota of %s must be at least 1, was %s", retriever.name(), quota);
    }
  }

  /**
   * What one source did for one request.
   *
   * @param name the source
   * @param found videos it brought
   * @param candidatePropensity probability with which each of them was drawn, 1 where none was
   * @param micros wall time in microseconds
   */
  public record SourceStep(String name, int found, double candidatePropensity, double micros) {}

  /**
   * What stage 1 found, and how.
   *
   * @param candidates the union
   * @param steps one a source, in order
   * @param removed videos that filters kept from the user, by reason; each counted once
   */
  public record Gathered(
      Candidates candidates, List<SourceStep> steps, Map<String, Integer> removed) {
    /** Takes unmodifiable copies, which keep the order. */
    public Gathered {
      steps = List.copyOf(steps);
      removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
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
    Require.that(!sources.isEmpty(), "a retrieval stage must have at least one source");
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
    Require.that(
        names.contains(source), "the leading source must be one of %s, was %s", names, source);
    return new RetrievalStage(sources, source);
  }

  /** The sources, in order. */
  public List<Source> sources() {
    return sources;
  }

  /** The union of what the sources bring for {@code request}. */
  public Candidates candidates(Asked asked) {
    return gather(asked).candidates();
  }

  /** The same, with what each source did. */
  public Gathered gather(Asked asked) {
    List<Retrieved> lists = new ArrayList<>(sources.size());
    List<SourceStep> steps = new ArrayList<>(sources.size());
    for (Source source : sources) {
      long start = System.nanoTime();
      Retrieved list = source.retriever().retrieve(asked, source.quota());
      double micros = (System.nanoTime() - start) / 1e3;
      lists.add(list);
      steps.add(
          new SourceStep(
              source.retriever().name(), list.size(), list.candidatePropensity(), micros));
    }
    return new Gathered(
        Merge.of(names, lists, names.indexOf(leading)), steps, asked.eligibility().removed());
  }
}
