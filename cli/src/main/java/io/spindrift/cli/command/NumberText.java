package io.spindrift.cli.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers of tables of text; an unknown one is blank. */
final class NumberText {
  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 99_999.5;
  private static final MathContext THREE_DIGITS = new MathContext(3);

  static String of(OptionalDouble value) {
    return value.isPresent() ? of(value.getAsDouble()) : "";
  }

  static String of(@Nullable Double value) {
    return value == null ? "" : of(value.doubleValue());
  }

  /** Three digits; a power of ten only where a plain number would be long. */
  static String of(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size >= 1000 && size < LARGEST_PLAIN) {
      return Long.toString(Math.round(value));
    }
    return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
        ? new BigDecimal(value).round(THREE_DIGITS).toPlainString()
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private NumberText() {}
}
