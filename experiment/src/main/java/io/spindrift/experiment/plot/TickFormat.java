package io.spindrift.experiment.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Labels of ticks: 1e-14 with unit J as "10 fJ", without a unit as many digits as the number has.
 */
final class TickFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final String PREFIXES = "qryzafpnµm kMGTPEZYRQ";

  private final String unit;
  private final MathContext precision;

  /** Labels in {@code unit}, or plain numbers of at most {@code digits} significant digits. */
  TickFormat(String unit, int digits) {
    this.unit = unit;
    this.precision = new MathContext(digits);
  }

  @Override
  public StringBuffer format(double value, StringBuffer target, FieldPosition position) {
    int power = (int) Math.floor(Math.log10(Math.abs(value) * (1 + 1e-9)) / 3);
    if (unit.isEmpty() || value == 0 || power < -10 || power > 10) {
      return target.append(plain(value));
    }
    String prefix = power == 0 ? "" : PREFIXES.substring(power + 10, power + 11);
    return target.append(
        String.format(Locale.ROOT, "%.0f %s%s", value / Math.pow(1000, power), prefix, unit));
  }

  /** The number without what rounding left behind: 0.30000000000000004 as "0.3". */
  private String plain(double value) {
    if (Math.abs(value) < 1e-12) {
      return "0";
    }
    return new BigDecimal(value)
        .round(precision)
        .stripTrailingZeros()
        .toPlainString()
        .replace('-', '\u2212');
  }

  @Override
  public StringBuffer format(long value, StringBuffer target, FieldPosition position) {
    return format((double) value, target, position);
  }

  @Override
  public @Nullable Number parse(String text, ParsePosition position) {
    return null;
  }
}
