package watchnext.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import watchnext.model.ranker.MissingLibraryException;

/** What failed, in a sentence for the user. <i>Stateless.</i> */
final class Failure {

  private Failure() {}

  /** Whether the user's data, files or machine are the cause; anything else is a fault of ours. */
  static boolean isOfInput(Throwable failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof MissingLibraryException;
  }

  /** The message, where it says what is wrong; some exceptions of files name the file alone. */
  static String sentence(Throwable failure) {
    if (failure instanceof UncheckedIOException
        && failure.getCause() instanceof IOException cause) {
      return sentence(cause);
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + reason(file);
    }
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "must be a folder, is none";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "is there already";
    }
    if (failure instanceof FileSystemLoopException) {
      return "links lead round";
    }
    return failure.getClass().getSimpleName();
  }
}
