package watchnext.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of 1 or more from the command line. <i>Stateless.</i> */
final class AtLeastOne implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below: both kinds of wrong number get the same sentence.
    }
    throw new TypeConversionException("must be a whole number of at least 1, was \"" + text + "\"");
  }
}
