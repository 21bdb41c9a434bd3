package watchnext.ranking;

import java.util.ArrayList;
import java.util.List;
import watchnext.feature.RankingFeatures;
import watchnext.feature.RequestFeatures;
import watchnext.math.Matrix;
import watchnext.require.Require;
import watchnext.task.Asked;

/**
 * Makes the row of a candidate: what is known of user, video and circumstances ({@link
 * RankingFeatures}), then the evidence of models ({@link PairScorer}), in this order. The rows a
 * ranker is trained on and the rows it scores come from here, both from a {@link Asked} that knows
 * nothing later than the request.
 *
 * <p>Shapes: candidates × {@link #width}. <i>Immutable; thread-safe when the scorers are, and the
 * state stands still.</i>
 */
public final class RowEncoder {

  private final List<PairScorer> scorers;
  private final List<String> names;

  /**
   * Rows with the features of all {@code scorers} at their end.
   *
   * @throws IllegalArgumentException when two features have one name
   */
  public RowEncoder(List<PairScorer> scorers) {
    this.scorers = List.copyOf(scorers);
    List<String> all = new ArrayList<>(RankingFeatures.names());
    for (PairScorer scorer : scorers) {
      for (String name : scorer.names()) {
        if (all.contains(name)) {
          throw new IllegalArgumentException(
              "feature names must be unique, \"" + name + "\" came twice");
        }
        all.add(name);
      }
    }
    this.names = List.copyOf(all);
  }

  /** Names of the features, in the order of a row. */
  public List<String> featureNames() {
    return names;
  }

  /** Number of features of a row. */
  public int width() {
    return names.size();
  }

  /**
   * Checks that a model was trained on these features, in this order.
   *
   * @throws IllegalArgumentException when it was not; the message names the first difference
   */
  public void requireFeatures(List<String> trainedOn) {
    for (int i = 0; i < Math.max(names.size(), trainedOn.size()); i++) {
      String here = i < names.size() ? names.get(i) : "nothing";
      String there = i < trainedOn.size() ? trainedOn.get(i) : "nothing";
      Require.that(
          here.equals(there),
          "a ranker must be trained on the features it is given, feature %s was \"%s\" in training and is \"%s\"",
          i,
          there,
          here);
    }
  }

  /**
   * The rows of the first {@code count} of {@code videos}, candidates of one request.
   *
   * @param videos ordinals
   * @return count × width values
   */
  public Matrix encode(Asked asked, int[] videos, int count) {
    Matrix rows = new Matrix(count, width());
    RequestFeatures features = RequestFeatures.of(asked.state(), asked.user(), asked.context());
    for (int i = 0; i < count; i++) {
      features.encode(videos[i], rows.data(), rows.offset(i));
    }
    int column = RankingFeatures.width();
    for (PairScorer scorer : scorers) {
      PairScorer.VideoScorer prepared = scorer.prepare(asked);
      for (int i = 0; i < count; i++) {
        prepared.write(videos[i], rows.data(), rows.offset(i) + column);
      }
      column += scorer.names().size();
    }
    return rows;
  }
}
