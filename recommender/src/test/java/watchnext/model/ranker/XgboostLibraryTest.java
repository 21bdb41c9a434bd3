package watchnext.model.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class XgboostLibraryTest {

  @Test
  void theLibraryLoadsHere() {
    assertThatCode(XgboostLibrary::check).doesNotThrowAnyException();
  }

  @Test
  void aMissingOpenMpRuntimeNamesItsPackage() {
    Throwable failure =
        new ExceptionInInitializerError(
            new UnsatisfiedLinkError(
                "/tmp/libxgboost4j.so: libgomp.so.1: cannot open shared object file"));
    assertThat(XgboostLibrary.explain(failure))
        .isEqualTo(
            "XGBoost needs the OpenMP runtime libgomp.so.1, which is missing:"
                + " install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora)");
  }

  @Test
  void anotherFailureIsQuoted() {
    assertThat(XgboostLibrary.explain(new UnsatisfiedLinkError("no room on /tmp")))
        .isEqualTo("XGBoost's native library could not be loaded: no room on /tmp");
  }
}
