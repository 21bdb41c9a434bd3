package watchnext.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import watchnext.math.Matrix;
import watchnext.model.ranker.MultiTaskNetwork;
import watchnext.model.ranker.TreeEnsemble;
import watchnext.ranking.GbdtRanker;
import watchnext.ranking.NeuralRanker;
import watchnext.task.Objective;
import watchnext.tensor.Tensors;

/**
 * Scoring the 500 candidates of one request, 100 features each: 200 trees of depth 6, and a network
 * of 128 and 64 hidden units. Beside them the tree walk one would write first: linked nodes, one
 * row after the other.
 *
 * <p>Trees and weights are drawn at random, which is the worst case for a processor that predicts
 * branches: a trained tree sends most rows the same way.
 *
 * <p>Run: {@code java --add-modules jdk.incubator.vector -cp 'target/lib/*' org.openjdk.jmh.Main
 * RankingBenchmark}. <i>Confined: one thread.</i>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "--add-modules", "jdk.incubator.vector"})
public class RankingBenchmark {

  private static final int ROWS = 500;
  private static final int FEATURES = 100;
  private static final int TREES = 200;
  private static final int DEPTH = 6;
  private static final int[] WIDTHS = {FEATURES, 128, 64, 3};

  private final SplittableRandom random = new SplittableRandom(1);
  private final float[] scores = new float[ROWS];
  private final Matrix rows = new Matrix(ROWS, FEATURES, gaussians(ROWS * FEATURES));
  private final Tensors treeTensors = treeTensors();
  private final GbdtRanker trees = new GbdtRanker(TreeEnsemble.fromTensors(treeTensors));
  private final List<Node> roots = linked(treeTensors);
  private final NeuralRanker network =
      new NeuralRanker(MultiTaskNetwork.fromTensors(networkTensors()), Objective.DEFAULT);

  /** A node of a linked tree; a leaf has no children. */
  private interface Node {
    float score(float[] row);
  }

  private record Leaf(float value) implements Node {
    @Override
    public float score(float[] row) {
      return value;
    }
  }

  private record Split(int feature, float threshold, Node left, Node right) implements Node {
    @Override
    public float score(float[] row) {
      return row[feature] < threshold ? left.score(row) : right.score(row);
    }
  }

  private Tensors treeTensors() {
    int nodes = TREES * ((1 << DEPTH) - 1);
    int[] features = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      features[i] = random.nextInt(FEATURES);
    }
    return Tensors.builder()
        .set("features", names())
        .put("depth", new int[] {DEPTH}, 1)
        .put("baseScore", new float[] {0}, 1)
        .put("feature", features, TREES, nodes / TREES)
        .put("threshold", gaussians(nodes), TREES, nodes / TREES)
        .put("nanRight", new int[nodes], TREES, nodes / TREES)
        .put("leaf", gaussians(TREES << DEPTH), TREES, 1 << DEPTH)
        .build();
  }

  private Tensors networkTensors() {
    Tensors.Builder builder =
        Tensors.builder()
            .set("features", names())
            .put("mean", new float[FEATURES], FEATURES)
            .put("inverseDeviation", gaussians(FEATURES), FEATURES);
    for (int l = 0; l + 1 < WIDTHS.length; l++) {
      float[] weights = gaussians(WIDTHS[l] * WIDTHS[l + 1]);
      builder.put("layer" + l + ".weights", weights, WIDTHS[l], WIDTHS[l + 1]);
      builder.put("layer" + l + ".bias", gaussians(WIDTHS[l + 1]), WIDTHS[l + 1]);
    }
    return builder.build();
  }

  private static List<Node> linked(Tensors tensors) {
    List<Node> roots = new ArrayList<>();
    for (int tree = 0; tree < TREES; tree++) {
      roots.add(linked(tensors, tree, 0));
    }
    return roots;
  }

  private static Node linked(Tensors tensors, int tree, int i) {
    int nodes = (1 << DEPTH) - 1;
    if (i >= nodes) {
      return new Leaf(tensors.floats("leaf", -1, -1)[(tree << DEPTH) + i - nodes]);
    }
    return new Split(
        tensors.ints("feature", -1, -1)[tree * nodes + i],
        tensors.floats("threshold", -1, -1)[tree * nodes + i],
        linked(tensors, tree, 2 * i + 1),
        linked(tensors, tree, 2 * i + 2));
  }

  private float[] gaussians(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static String names() {
    List<String> names = new ArrayList<>();
    for (int f = 0; f < FEATURES; f++) {
      names.add("f" + f);
    }
    return String.join(",", names);
  }

  /** Complete heaps, no branches, eight rows side by side. */
  @Benchmark
  public float[] gbdt() {
    trees.score(rows, ROWS, scores);
    return scores;
  }

  /** The same trees as linked nodes, one row after the other. */
  @Benchmark
  public float[] gbdtLinkedNodes() {
    for (int r = 0; r < ROWS; r++) {
      float[] row = rows.row(r);
      float score = 0;
      for (Node root : roots) {
        score += root.score(row);
      }
      scores[r] = score;
    }
    return scores;
  }

  /** Three sigmoids over two hidden layers, blocks of rows. */
  @Benchmark
  public float[] neural() {
    network.score(rows, ROWS, scores);
    return scores;
  }
}
