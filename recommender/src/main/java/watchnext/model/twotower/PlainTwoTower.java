package watchnext.model.twotower;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import watchnext.dataset.NextWatchExamples;
import watchnext.feature.content.VideoContent;

/**
 * The two towers and their loss in plain Deeplearning4j: SameDiff is told the formulas and derives
 * the gradients. Read it before {@link TwoTowerStep}, which has equal loss and gradients, fast.
 *
 * <pre>{@code
 * table         [ids of all videos; tokens; one row for "no id"], V + B + 1 rows of length d
 * bag(v)        weights over the table: 1 at the id or at "no id", 1 / n at each of n tokens
 * bag(user)     the mean of the bags of the history, weighted by recency
 * tower(bag, x) y / |y|,  y = s + relu([s, x] V + b) W,  s = bag table
 * z_ij          <user_i, video_j> / temperature - log c_j, see SampledSoftmax
 * loss          mean over rows i of log(sum over j of exp(z_ij)) - z_ii
 * }</pre>
 *
 * <p>Column {@code i} holds the positive of row {@code i}, later ones uniform negatives. Bags are
 * as long as the table. <i>Confined: one thread at a time.</i>
 */
final class PlainTwoTower {
  private static final List<String> WEIGHTS =
      List.of("table", "user.V", "user.b", "user.W", "video.V", "video.b", "video.W");

  private final TwoTowerData data;
  private final TwoTowerConfig config;
  private final boolean[] seen;
  private final VideoContent content;
  final SameDiff sd = SameDiff.create();

  /** Fresh weights; {@code seen} says of each video whether training meets it. */
  PlainTwoTower(TwoTowerData data, TwoTowerConfig config, boolean[] seen) {
    this.data = data;
    this.config = config;
    this.seen = seen;
    this.content = data.content().keeping(TokenEmbeddings.common(data.content(), seen));
    sd.var("table", Nd4j.randn(seen.length + content.buckets() + 1, config.dimension()).divi(10));
    SDVariable logits =
        tower("user", data.sideWidth())
            .mmul(tower("video", content.denseWidth()).permute(1, 0))
            .div(config.softmax().temperature())
            .add(sd.placeHolder("corrections", DataType.FLOAT, -1, -1));
    SDVariable positives = sd.placeHolder("positives", DataType.FLOAT, -1, -1);
    sd.loss().softmaxCrossEntropy("loss", positives, logits, null);
  }

  private SDVariable tower(String name, int side) {
    int[] shape = {config.dimension() + side, config.hiddenUnits(), config.dimension()};
    SDVariable bags = sd.placeHolder(name + ".bags", DataType.FLOAT, -1, -1);
    SDVariable sides = sd.placeHolder(name + ".sides", DataType.FLOAT, -1, side);
    SDVariable start = bags.mmul(sd.getVariable("table"));
    SDVariable first = sd.var(name + ".V", Nd4j.randn(shape[0], shape[1]).divi(8));
    SDVariable bias = sd.var(name + ".b", Nd4j.zeros(1, shape[1]));
    SDVariable second = sd.var(name + ".W", Nd4j.randn(shape[1], shape[2]).divi(80));
    SDVariable hidden = sd.nn().relu(sd.concat(1, start, sides).mmul(first).add(bias), 0);
    SDVariable y = start.add(hidden.mmul(second));
    return y.div(sd.math().sqrt(y.mul(y).sum(true, 1).add(1e-24)));
  }

  /** The loss of a {@link #batch} and its gradients by all weights, by name. */
  OutAndGrad backward(Map<String, INDArray> batch) {
    return sd.calculateGradientsAndOutputs(batch, List.of("loss"), WEIGHTS);
  }

  /** The examples {@code order}, with drawn negatives and dropouts, as the graph's inputs. */
  Map<String, INDArray> batch(
      int[] order, NegativePool pool, FrequencyEstimator frequencies, RandomGenerator random) {
    int tableRows = sd.getArrForVarName("table").rows();
    int rows = order.length;
    int negatives = config.softmax().mixedNegatives();
    int[] videos = new int[rows + negatives];
    Arrays.setAll(videos, j -> j < rows ? data.examples().video(order[j]) : pool.draw(random));
    float[][] bags = new float[videos.length][tableRows];
    float[][] dense = new float[videos.length][content.denseWidth()];
    float[] logCounts = new float[videos.length];
    for (int j = 0; j < videos.length; j++) {
      int video = videos[j];
      addBag(video, 1, random.nextDouble() >= config.guards().idDropout(), bags[j]);
      for (int k = 0; k < content.denseWidth(); k++) {
        dense[j][k] = content.dense(video, k);
      }
      double count = rows * frequencies.probability(video) + negatives * pool.probability(video);
      logCounts[j] = config.softmax().logQ() ? (float) Math.log(count) : 0;
    }
    float[][] userBags = new float[rows][tableRows];
    float[][] sides = new float[rows][data.sideWidth()];
    float[][] corrections = new float[rows][videos.length];
    float[][] positives = new float[rows][videos.length];
    for (int i = 0; i < rows; i++) {
      float[] history = history(order[i], random);
      for (int video = 0; video < history.length; video++) {
        addBag(video, history[video], true, userBags[i]);
      }
      data.writeSide(order[i], sides[i], 0);
      positives[i][i] = 1;
      for (int j = 0; j < videos.length; j++) {
        boolean isMasked = j != i && (videos[j] == videos[i] || history[videos[j]] > 0);
        corrections[i][j] = isMasked ? -1e9f : -logCounts[j];
      }
    }
    Map<String, INDArray> inputs = new HashMap<>();
    inputs.put("user.bags", Nd4j.createFromArray(userBags));
    inputs.put("user.sides", Nd4j.createFromArray(sides));
    inputs.put("video.bags", Nd4j.createFromArray(bags));
    inputs.put("video.sides", Nd4j.createFromArray(dense));
    inputs.put("corrections", Nd4j.createFromArray(corrections));
    inputs.put("positives", Nd4j.createFromArray(positives));
    return inputs;
  }

  private void addBag(int video, float weight, boolean withId, float[] bag) {
    bag[withId && seen[video] ? video : bag.length - 1] += weight;
    for (int k = 0; k < content.tokenCount(video); k++) {
      bag[seen.length + content.token(video, k)] += weight / content.tokenCount(video);
    }
  }

  private float[] history(int example, RandomGenerator random) {
    NextWatchExamples examples = data.examples();
    float[] places = config.history().placeWeights();
    float[] weights = new float[seen.length];
    int last = examples.historyEnd(example) - 1;
    float sum = 0;
    for (int k = 0; k < places.length && last - k >= examples.historyStart(example); k++) {
      int video = examples.historyVideo(last - k);
      if (video != examples.video(example)
          && random.nextDouble() >= config.guards().historyDropout()) {
        long age = examples.historyEpochSecond(last) - examples.historyEpochSecond(last - k);
        weights[video] += config.history().weight(places[k], age);
        sum += config.history().weight(places[k], age);
      }
    }
    for (int video = 0; video < weights.length && sum > 0; video++) {
      weights[video] /= sum;
    }
    return weights;
  }
}
