package io.spindrift.experiment.plot;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/** Labels of ticks as powers of ten: 1e-9 as "10⁻⁹". */
final class PowerFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  @Override
  public StringBuffer format(double value, StringBuffer target, FieldPosition position) {
    long power = Math.round(Math.log10(value));
    if (power == 0) {
      return target.append('1');
    }
    target.append("10").append(power < 0 ? "⁻" : "");
    for (char digit : Long.toString(Math.abs(power)).toCharArray()) {
      target.append(RAISED.charAt(digit - '0'));
    }
    return target;
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
