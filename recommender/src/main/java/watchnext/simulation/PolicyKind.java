package watchnext.simulation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The policies that can be let loose, from the one expected to be worst to the best there is. */
public enum PolicyKind {
  /** Any video. */
  RANDOM("random"),
  /** What most users watch well. */
  POPULARITY("popularity"),
  /** Matrix factorization alone. */
  ALS("als"),
  /** The whole funnel. */
  TWO_STAGE("two-stage"),
  /** The truth. */
  ORACLE("oracle");

  private final String label;

  PolicyKind(String label) {
    this.label = label;
  }

  /** The name that people write and read. */
  public String label() {
    return label;
  }

  /** Whether the policy is made of models that a training gives. */
  boolean isLearnt() {
    return switch (this) {
      case POPULARITY, ALS, TWO_STAGE -> true;
      case RANDOM, ORACLE -> false;
    };
  }

  /**
   * The policy of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PolicyKind of(String label) {
    for (PolicyKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    String all = Arrays.stream(values()).map(PolicyKind::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "a policy must be one of " + all + ", was \"" + label + "\"");
  }
}
