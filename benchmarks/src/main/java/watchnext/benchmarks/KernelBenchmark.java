package watchnext.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import watchnext.math.Kernels;
import watchnext.math.ScalarKernels;

/**
 * The inner products under the indexes, per row: rows picked at random one by one and four
 * together, rows in order, and bytes in blocks; scalar loops beside the Vector API.
 *
 * <p>Run: {@code ./watchnext bench KernelBenchmark}, or {@code java --add-modules
 * jdk.incubator.vector -cp … org.openjdk.jmh.Main KernelBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xmx2g",
      "-XX:+UseTransparentHugePages",
      "--add-modules",
      "jdk.incubator.vector"
    })
public class KernelBenchmark {

  private static final int ROWS = 1024;
  private static final int DIMENSION = RecommenderVectors.DIMENSION;

  /** Which kernels. */
  @Param({"scalar", "vector"})
  private String kernels = "vector";

  /** Rows to choose from: in the second cache, and far beyond it. */
  @Param({"2000", "200000"})
  private int videos = 2000;

  private Kernels used = Kernels.BEST;
  private final float[] query = new float[DIMENSION];
  private final short[] shortQuery = new short[DIMENSION];
  private float[] data = {};
  private byte[] codes = {};
  private final int[] rows = new int[ROWS];
  private final float[] out = new float[ROWS];
  private final short[] shortOut = new short[ROWS];
  private final int[] hits = new int[ROWS];

  /** Random rows. */
  @Setup
  public void setUp() {
    used = kernels.equals("scalar") ? new ScalarKernels() : Kernels.BEST;
    SplittableRandom random = new SplittableRandom(1);
    data = new float[videos * DIMENSION];
    codes = new byte[videos * DIMENSION];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextGaussian();
      codes[i] = (byte) random.nextInt(-30, 31);
    }
    for (int i = 0; i < DIMENSION; i++) {
      query[i] = (float) random.nextGaussian();
      shortQuery[i] = (short) random.nextInt(-30, 31);
    }
    for (int i = 0; i < ROWS; i++) {
      rows[i] = random.nextInt(videos);
    }
  }

  /** Random rows, a call for each. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] oneByOne() {
    for (int i = 0; i < ROWS; i++) {
      out[i] = used.dot(query, 0, data, rows[i] * DIMENSION, DIMENSION);
    }
    return out;
  }

  /** Random rows, one call. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] together() {
    used.dotRows(query, data, 0, DIMENSION, rows, ROWS, out);
    return out;
  }

  /** Rows in order, one call. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float[] inOrder() {
    used.dotRange(query, data, 0, DIMENSION, ROWS, out);
    return out;
  }

  /** Blocks of bytes in order, one call. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public short[] bytesInBlocks() {
    used.dotCodeBlocks(
        shortQuery,
        codes,
        0,
        DIMENSION,
        ROWS / Kernels.CODE_BLOCK,
        Short.MAX_VALUE,
        shortOut,
        hits);
    return shortOut;
  }
}
