package watchnext.model.twotower;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import watchnext.dataset.NextWatchExamples;
import watchnext.math.Kernels;
import watchnext.math.Matrix;

/**
 * A vector for each user, added to the pooled history where the user tower begins, see {@link
 * UserIdConfig}. All start at zero, which is also what a user stays at whom training never meets: a
 * vector says how its user differs from what the history tells.
 *
 * <pre>{@code
 * input(row) = pooled history + (dropped ? 0 : vector of the row's user)
 * }</pre>
 *
 * <p>Shape: users × d, no rows when user ids are not learnt. Cost of a step: one vector a row.
 * <i>Confined: one thread at a time.</i>
 */
final class UserIds {

  private static final Kernels KERNELS = Kernels.BEST;
  private static final int DROPPED = -1;

  private final NextWatchExamples examples;
  private final UserIdConfig config;
  private final int dimension;
  private final EmbeddingTable table;
  private final LocalIndex index;
  private final int[] locals;
  private final int[] met;
  private final float[] gradients;

  /** Vectors of zeros for {@code users} users and steps of {@code rows} rows. */
  UserIds(
      NextWatchExamples examples,
      TwoTowerConfig config,
      int users,
      int rows,
      RandomGenerator random) {
    this.examples = examples;
    this.config = config.userIds();
    this.dimension = config.dimension();
    int known = this.config.learnt() ? users : 0;
    int used = this.config.learnt() ? rows : 0;
    this.table = new EmbeddingTable(known, dimension, 0, random);
    this.index = new LocalIndex(known);
    this.locals = new int[used];
    this.met = new int[used];
    this.gradients = new float[used * dimension];
  }

  /** Adds to the inputs of the examples {@code order[from] …} what their users' ids say. */
  void addTo(Matrix input, int[] order, int from, RandomGenerator random) {
    index.clear();
    for (int i = 0; i < locals.length; i++) {
      int user = examples.user(order[from + i]);
      if (config.dropout() > 0 && random.nextDouble() < config.dropout()) {
        locals[i] = DROPPED;
      } else {
        locals[i] = index.add(user);
        table.addTo(user, 1, input.data(), input.offset(i));
      }
    }
  }

  /** Collects the gradient of each row's input. */
  void backward(Matrix gradient) {
    Arrays.fill(gradients, 0, index.size() * dimension, 0);
    for (int i = 0; i < locals.length; i++) {
      if (locals[i] != DROPPED) {
        int to = locals[i] * dimension;
        KERNELS.axpy(1, gradient.data(), gradient.offset(i), gradients, to, dimension);
      }
    }
  }

  /** Moves the vectors that this step met. */
  void update(double rate) {
    for (int local = 0; local < index.size(); local++) {
      met[local] = index.member(local);
    }
    table.update(met, index.size(), gradients, rate * config.rateShare(), 0);
  }

  /** A copy of the vectors, users × d, as serving reads them. */
  Matrix export() {
    return new Matrix(table.rows(), dimension, table.weights().clone());
  }

  /** The vectors, users × d. */
  EmbeddingTable table() {
    return table;
  }

  /** Gradient of the vector of {@code user} in this step, for tests. */
  float[] gradient(int user) {
    int at = index.add(user) * dimension;
    return Arrays.copyOfRange(gradients, at, at + dimension);
  }
}
