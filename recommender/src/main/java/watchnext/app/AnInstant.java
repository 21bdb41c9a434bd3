package watchnext.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import watchnext.catalog.EpochSeconds;

/** Reads a time from the command line, see {@link EpochSeconds}. <i>Stateless.</i> */
final class AnInstant implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    try {
      return EpochSeconds.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
