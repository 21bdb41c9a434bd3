package watchnext.funnel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.retrieval.RetrievalStage;

/**
 * What a request went through: for each stage how many videos were kept, how many were turned away
 * and why, and how long it took. <i>Confined: one request.</i>
 */
public final class Trace {

  /**
   * One stage.
   *
   * @param name "retrieve", "rank", "rerank"
   * @param kept videos that went on
   * @param removed videos turned away, by reason
   * @param micros wall time in microseconds
   */
  public record Stage(String name, int kept, Map<String, Integer> removed, double micros) {}

  private final List<Stage> stages = new ArrayList<>();
  private List<RetrievalStage.SourceStep> sources = List.of();
  private long lastNanos = System.nanoTime();

  /** Notes that a stage is over; its time runs from the end of the one before. */
  void stage(String name, int kept, Map<String, Integer> removed) {
    long now = System.nanoTime();
    stages.add(new Stage(name, kept, new LinkedHashMap<>(removed), (now - lastNanos) / 1e3));
    lastNanos = System.nanoTime();
  }

  /** Notes what each source of stage 1 did. */
  void sources(List<RetrievalStage.SourceStep> steps) {
    sources = steps;
  }

  /** What each source of stage 1 did; nothing for someone unknown, for whom none is asked. */
  public List<RetrievalStage.SourceStep> sources() {
    return sources;
  }

  /** The stages so far, in order. */
  public List<Stage> stages() {
    return List.copyOf(stages);
  }

  /** Wall time of all stages in microseconds. */
  public double micros() {
    return stages.stream().mapToDouble(Stage::micros).sum();
  }
}
