package watchnext.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that no settings file holds; {@link Settings#read} refuses it. Code may
 * still set it with {@link Settings#with}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SetElsewhere {

  /** The second half of the refusal: who decides the value instead. */
  String value();
}
