package io.spindrift.experiment.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for a reader: four significant digits, no zeros at the end. */
public final class Digits {
  private static final MathContext FOUR = new MathContext(4);
  private static final double SMALLEST = 1e-4;
  private static final double LARGEST = 1e7;

  /** The number in words of digits; a power of ten when it is far from one. */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    if (size != 0 && (size < SMALLEST || size >= LARGEST)) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private Digits() {}
}
