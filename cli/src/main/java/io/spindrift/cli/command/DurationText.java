package io.spindrift.cli.command;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;

/** Times from picoseconds to the age of mountains, to three digits. */
final class DurationText {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = 365.25 * DAY;
  private static final double MANY = 1e6;

  /** The time with the unit that suits it: ps to s, h, days, years. */
  static String of(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "never";
    }
    if (seconds < HOUR) {
      return Quantity.print(rounded(seconds).doubleValue(), Dimension.TIME);
    }
    if (seconds < 2 * DAY) {
      return rounded(seconds / HOUR).toPlainString() + " h";
    }
    if (seconds < YEAR) {
      return rounded(seconds / DAY).toPlainString() + " days";
    }
    BigDecimal years = rounded(seconds / YEAR);
    return (years.doubleValue() < MANY
            ? years.toPlainString()
            : years.toString().replace("E+", "e"))
        + " years";
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
  }

  private DurationText() {}
}
