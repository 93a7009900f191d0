package io.spindrift.memory.cost;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.PulseEnergy;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Energy, area and rate of a random bit as a function of the numbers that they rest on.
 *
 * <p>A bit is k tosses, each a reset pulse, a coin pulse and a read, folded by k - 1 exclusive-ors;
 * three word lines rise for the c cells of a row: E = k (2 E_p + E_read + 3 E_row / c) + (k - 1)
 * E_xor with E_p = V^2 t/R(V) + C V^2, and a rate of d/(k (2 t + t_read)) a column at duty d. For
 * full rows this equals the figures of a {@link CostReport}. What V, t and R do to the quality of
 * the bits is not included: a moved pulse is no longer a fair coin.
 *
 * @param junction the device
 * @param prices prices of read, word line and exclusive-or
 * @param footprint the array
 * @param inputsPerBit tosses that make one bit
 */
public record GeneratorModel(
    Junction junction, ActionPrices prices, ArrayFootprint footprint, int inputsPerBit) {
  private static final int FIXED = 9;
  private static final double VOLTAGE_FACTOR = 1.1;
  private static final double WIDTH_FACTOR = 1.2;
  private static final double TIME_FACTOR = 3;
  private static final double ROWS_FACTOR = 4;
  private static final double LEAST_DUTY = 0.1;

  /** Checks the fold. */
  public GeneratorModel {
    Require.inRange("inputs per bit", inputsPerBit, 1, 64);
  }

  /** What the figures depend on, with the range of each. */
  public List<Parameter> parameters() {
    double volts = Math.abs(junction.operatingPoint().voltageVolts());
    double seconds = junction.operatingPoint().pulseSeconds();
    double ohms = ohms(volts);
    Price read = prices.of(Action.CELL_READ);
    List<Parameter> all = new ArrayList<>();
    all.add(around("pulse voltage", "V", volts, VOLTAGE_FACTOR));
    all.add(around("pulse width", "s", seconds, WIDTH_FACTOR));
    all.add(around("junction resistance", "Ohm", ohms, PriceKind.CALIBRATED_MODEL.factor()));
    all.add(
        new Parameter(
            "tosses per bit",
            "",
            inputsPerBit,
            new Range(1, 2 * inputsPerBit, "assumed: from one to twice")));
    all.add(new Parameter("read energy", "J", read.energyJoules(), read.range()));
    all.add(around("read time", "s", read.durationSeconds().orElseThrow(), TIME_FACTOR));
    all.add(priced("word-line energy", Action.ROW_ACTIVATION));
    all.add(around("rows", "", footprint.geometry().rows(), ROWS_FACTOR));
    all.add(
        new Parameter(
            "share of time in use", "", 1, new Range(LEAST_DUTY, 1, "assumed: a tenth to all")));
    for (AreaPart part : footprint.parts()) {
      all.add(new Parameter("area of " + part.item(), "m2", part.eachSquareMeters(), part.range()));
    }
    if (inputsPerBit > 1) {
      all.add(priced("exclusive-or energy", Action.XOR));
    }
    return all;
  }

  private Parameter priced(String name, Action action) {
    Price price = prices.of(action);
    return new Parameter(name, "J", price.energyJoules(), price.range());
  }

  private static Parameter around(String name, String unit, double value, double factor) {
    return new Parameter(name, unit, value, Range.around(value, factor, "assumed"));
  }

  private double ohms(double volts) {
    return junction.resistance().resistanceOhms(MagneticState.PARALLEL, volts, -1);
  }

  /** The figures for values in the order of {@link #parameters}. */
  public CostFigures figures(double[] values, Scope scope) {
    double pulse = pulseJoules(values[0], values[1], values[2]);
    double tosses = values[3];
    double rate = values[8] / (tosses * (2 * values[1] + values[5]));
    boolean all = scope == Scope.WITH_PERIPHERY;
    int columns = footprint.geometry().columns();
    double joules = tosses * 2 * pulse;
    if (all) {
      joules += tosses * (values[4] + 3 * values[6] / columns);
      joules += Math.max(0, tosses - 1) * exclusiveOr(values);
    }
    double area = all ? columnArea(values) : values[FIXED];
    return new CostFigures(
        OptionalDouble.of(joules), OptionalDouble.of(area), OptionalDouble.of(rate));
  }

  private double exclusiveOr(double[] values) {
    return inputsPerBit > 1 ? values[values.length - 1] : prices.of(Action.XOR).energyJoules();
  }

  private double pulseJoules(double volts, double seconds, double ohms) {
    double nominal = ohms(Math.abs(junction.operatingPoint().voltageVolts()));
    double sign = Math.signum(junction.operatingPoint().voltageVolts());
    PulseEnergy energy =
        junction.pulses().energy(MagneticState.PARALLEL, sign * volts, seconds, -1);
    return energy.dissipatedJoules() * nominal / ohms + energy.chargingJoules();
  }

  private double columnArea(double[] values) {
    ArrayGeometry geometry = footprint.geometry();
    double rows = values[7] / geometry.rows();
    double sum = 0;
    for (int i = 0; i < footprint.parts().size(); i++) {
      AreaPart part = footprint.parts().get(i);
      boolean byRow = part.item().equals("cell") || part.item().startsWith("row-");
      sum += part.each(values[FIXED + i]).squareMeters() * (byRow ? rows : 1);
    }
    return sum / ((double) geometry.columns() * geometry.subArrays());
  }

  /**
   * What moves the verdict of one reading, against the conventional generator that is hardest to
   * beat; empty where none has the figures.
   */
  public Optional<VerdictSensitivity> sensitivity(
      Reading reading, Scope scope, List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(c -> c.reading() == reading && c.scope() == scope)
        .filter(c -> c.technology().isConventional())
        .filter(c -> c.advantage().isPresent())
        .min(Comparator.comparingDouble(c -> c.advantage().orElseThrow()))
        .map(Comparison::technology)
        .map(rival ->
            new VerdictSensitivity(
                reading,
                scope,
                rival,
                Sensitivity.of(
                    parameters(),
                    values ->
                        reading.advantage(figures(values, scope), rival.figures()).orElseThrow())));
  }
}
