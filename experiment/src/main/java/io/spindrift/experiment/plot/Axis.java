package io.spindrift.experiment.plot;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jspecify.annotations.Nullable;

/**
 * A labelled axis.
 *
 * @param label quantity in words with its unit, such as {@code "pulse width (ns)"}
 * @param logarithmic whether the scale is logarithmic
 * @param siUnit unit for engineering labels such as "10 fJ", empty for plain numbers, {@link
 *     #POWERS_OF_TEN} for labels such as 10⁻⁹
 * @param low lower end, null to follow the data
 * @param high upper end, null to follow the data
 */
public record Axis(
    String label, boolean logarithmic, String siUnit, @Nullable Double low, @Nullable Double high) {
  /** In place of a unit: ticks are labelled as powers of ten. */
  public static final String POWERS_OF_TEN = "10^";

  /** A linear axis that follows the data. */
  public static Axis linear(String label) {
    return new Axis(label, false, "", null, null);
  }

  /** A logarithmic axis whose labels carry an engineering prefix. */
  public static Axis logarithmic(String label, String siUnit) {
    return new Axis(label, true, siUnit, null, null);
  }

  /** A logarithmic axis labelled with powers of ten, for probabilities. */
  public static Axis powersOfTen(String label) {
    return new Axis(label, true, POWERS_OF_TEN, null, null);
  }

  /** This axis with fixed ends. */
  public Axis between(double lowEnd, double highEnd) {
    return new Axis(label, logarithmic, siUnit, lowEnd, highEnd);
  }

  ValueAxis build() {
    ValueAxis axis = logarithmic ? logAxis() : linearAxis();
    if (low != null && high != null) {
      axis.setRange(low, high);
    }
    return axis;
  }

  private NumberAxis linearAxis() {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setNumberFormatOverride(new TickFormat("", 6));
    axis.setUpperMargin(0.04);
    axis.setLowerMargin(0.04);
    return axis;
  }

  private LogAxis logAxis() {
    LogAxis axis = new LogAxis(label);
    axis.setNumberFormatOverride(
        siUnit.equals(POWERS_OF_TEN) ? new PowerFormat() : new TickFormat(siUnit, 4));
    axis.setMinorTickMarksVisible(false);
    axis.setTickUnit(new NumberTickUnit(ticks()));
    return axis;
  }

  /** Decades between ticks; plain numbers are labelled at powers of two. */
  private double ticks() {
    if (siUnit.isEmpty()) {
      return Math.log10(2);
    }
    double decades = low == null || high == null ? 1 : Math.log10(high / low);
    return decades > 14 ? 3 : decades > 8 ? 2 : 1;
  }
}
