package watchnext.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a record component that a user may set; {@link Settings#print} prints it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** What the value means, in a few words. */
  String meaning();

  /** Unit of the value, empty for a count, a ratio or a name. */
  String unit() default "";

  /**
   * The interval that the record's constructor accepts, such as {@code [1, inf)}; empty for groups,
   * names and truth values. Of a list or a map: the interval of each value.
   */
  String range() default "";
}
