package io.spindrift.numerics.document;

import io.spindrift.numerics.quantity.Dimension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one declaration of a setting: what it says, its unit, default and bounds.
 *
 * <p>The key in YAML is the component's name without its unit ({@code thicknessMeters} is {@code
 * thickness}); the full name is accepted too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Declared {
  /** One sentence that says what the setting is. */
  String says();

  /** What its numbers measure. */
  Dimension unit() default Dimension.NONE;

  /** The default as it would stand in YAML; empty when the setting must be given. */
  String defaultValue() default "";

  /** The smallest value in SI. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Whether {@link #min()} itself is refused. */
  boolean minExclusive() default false;

  /** The largest value in SI. */
  double max() default Double.POSITIVE_INFINITY;
}
