package io.spindrift.numerics.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints quantities with engineering prefixes. */
final class QuantityPrint {
  private static final String[] PREFIXES = {"f", "p", "n", "u", "m", "", "k", "M", "G", "T"};
  private static final int LOWEST = -15;
  private static final int OHM_SQUARE_MICROMETER = -12;

  /** Prints with at most {@code digits} significant digits, or all of them for 0. */
  static String rounded(double si, Dimension dimension, int digits) {
    if (!Double.isFinite(si)) {
      return joined(Double.toString(si), dimension.siSymbol());
    }
    BigDecimal value = new BigDecimal(Double.toString(si));
    if (digits > 0) {
      value = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }
    if (value.signum() == 0) {
      return joined("0", dimension.siSymbol());
    }
    if (dimension == Dimension.RESISTANCE_AREA) {
      return joined(number(value.scaleByPowerOfTen(-OHM_SQUARE_MICROMETER)), "Ohm um2");
    }
    int power = dimension.prefixPower();
    if (power == 0) {
      return joined(number(value), dimension.siSymbol());
    }
    int leading = value.precision() - value.scale() - 1;
    int highest =
        dimension == Dimension.LENGTH || dimension == Dimension.TIME || power > 1 ? 0 : 12;
    int thousand = Math.clamp(Math.floorDiv(leading, 3 * power) * 3, LOWEST, highest);
    String prefix = PREFIXES[(thousand - LOWEST) / 3];
    return joined(
        number(value.scaleByPowerOfTen(-thousand * power)), prefix + dimension.siSymbol());
  }

  private static String number(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int leading = stripped.precision() - stripped.scale() - 1;
    return leading < -5 || leading > 9 ? stripped.toString() : stripped.toPlainString();
  }

  private static String joined(String number, String symbol) {
    return symbol.isEmpty() ? number : number + " " + symbol;
  }

  private QuantityPrint() {}
}
