package watchnext.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchnext.funnel.Trace;

/** Means over the traces of many requests, stage by stage. <i>Confined: one thread.</i> */
public final class TraceSummary {

  /**
   * Means of one stage.
   *
   * @param name the stage
   * @param kept videos that went on
   * @param removed videos turned away, by reason
   * @param micros wall time in microseconds
   */
  public record Stage(String name, double kept, Map<String, Double> removed, double micros) {}

  private final Map<String, List<Trace.Stage>> stages = new LinkedHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  void add(Trace trace) {
    for (int place = 0; place < trace.stages().size(); place++) {
      Trace.Stage stage = trace.stages().get(place);
      stages.computeIfAbsent(stage.name(), name -> new ArrayList<>()).add(stage);
      places.merge(stage.name(), place, Math::min);
    }
  }

  /** The stages in the order of a request; those that take each other's place stand together. */
  public List<Stage> means() {
    return stages.entrySet().stream()
        .map(e -> mean(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt(stage -> places.getOrDefault(stage.name(), 0)))
        .toList();
  }

  private static Stage mean(String name, List<Trace.Stage> all) {
    Map<String, Double> removed = new LinkedHashMap<>();
    for (Trace.Stage stage : all) {
      stage
          .removed()
          .forEach((why, count) -> removed.merge(why, (double) count / all.size(), Double::sum));
    }
    return new Stage(
        name,
        all.stream().mapToInt(Trace.Stage::kept).average().orElse(0),
        removed,
        all.stream().mapToDouble(Trace.Stage::micros).average().orElse(0));
  }
}
