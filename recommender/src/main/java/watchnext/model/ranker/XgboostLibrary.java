package watchnext.model.ranker;

import java.util.Locale;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Whether XGBoost's native library can be loaded on this machine; it needs the OpenMP runtime,
 * which slim images leave out. Runs once at start-up of a command that trains. <i>Stateless.</i>
 */
public final class XgboostLibrary {

  private XgboostLibrary() {}

  /**
   * Loads the library.
   *
   * @throws MissingLibraryException when it cannot be loaded; the message names what to install
   */
  public static void check() {
    try {
      new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
    } catch (LinkageError | XGBoostError | RuntimeException e) {
      throw new MissingLibraryException(explain(e), e);
    }
  }

  /** One sentence for {@code failure}: the cause that speaks of a library decides. */
  static String explain(Throwable failure) {
    StringBuilder texts = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      texts.append(cause.getMessage()).append(' ');
      cause = cause.getCause();
    }
    String text = texts.toString().toLowerCase(Locale.ROOT);
    if (text.contains("libgomp")) {
      return "XGBoost needs the OpenMP runtime libgomp.so.1, which is missing:"
          + " install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora)";
    }
    if (text.contains("libomp")) {
      return "XGBoost needs the OpenMP runtime libomp, which is missing:"
          + " install it with \"brew install libomp\"";
    }
    if (text.contains("libstdc++") || text.contains("glibcxx")) {
      return "XGBoost needs the C++ runtime libstdc++.so.6, which is missing or too old:"
          + " install the package libstdc++6 (Debian, Ubuntu) or libstdc++ (Fedora)";
    }
    return "XGBoost's native library could not be loaded: " + texts.toString().strip();
  }
}
