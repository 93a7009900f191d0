package io.spindrift.memory.process;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.device.switching.TableSwitchingModel;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Pulse widths of a junction at one voltage and temperature, by the flip probability that they
 * give, in the mean over the kinds of cells.
 *
 * <p>Taken is the shortest pulse that reaches a probability: on a precessional curve one of less
 * than half a turn; later crossings, of higher order, are never taken. Immutable.
 */
public final class PulseDial implements FlipDial {
  private final SwitchingModel model;
  private final double voltageVolts;
  private final double temperatureKelvin;
  private final CellKinds kinds;
  private final FirstRise both;
  private final Map<MagneticState, FirstRise> single = new EnumMap<>(MagneticState.class);

  /**
   * A dial.
   *
   * @param model how the junctions of the kinds switch
   * @param voltageVolts pulse amplitude
   * @param temperatureKelvin temperature
   * @param pulseSeconds widths among which a crossing is looked for
   * @param kinds which junctions there are
   */
  public PulseDial(
      SwitchingModel model,
      double voltageVolts,
      double temperatureKelvin,
      List<Double> pulseSeconds,
      CellKinds kinds) {
    this.model = model;
    this.voltageVolts = voltageVolts;
    this.temperatureKelvin = temperatureKelvin;
    this.kinds = kinds;
    double[] widths = pulseSeconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (widths.length == 0) {
      throw new IllegalArgumentException("pulse widths must be given, but there were none");
    }
    double[][] values = new double[3][widths.length];
    for (int i = 0; i < widths.length; i++) {
      FlipTable table = table(widths[i]);
      values[0][i] = table.mean(MagneticState.PARALLEL);
      values[1][i] = table.mean(MagneticState.ANTIPARALLEL);
      values[2][i] = mean(table);
    }
    for (MagneticState state : MagneticState.values()) {
      ToDoubleFunction<FlipTable> value = table -> table.mean(state);
      single.put(state, rise(" out of " + state.word(), widths, values[state.ordinal()], value));
    }
    this.both = rise("", widths, values[2], PulseDial::mean);
  }

  private FirstRise rise(
      String side, double[] widths, double[] values, ToDoubleFunction<FlipTable> value) {
    String what =
        "flip probability"
            + side
            + " of "
            + model.name()
            + " at "
            + Quantity.print(voltageVolts, Dimension.VOLTAGE);
    return new FirstRise(what, widths, values, width -> value.applyAsDouble(table(width)));
  }

  /** The nominal junction of a switching curve: all cells are alike. */
  public static PulseDial nominal(SwitchingCurve curve) {
    return new PulseDial(
        new TableSwitchingModel(curve),
        curve.voltageVolts(),
        curve.temperatureKelvin(),
        widths(curve),
        CellKinds.nominal());
  }

  /**
   * The dial of a junction whose model covers the widths of its curve; else that of the nominal
   * curve, because a simulated population knows the one pulse at which it was simulated. {@link
   * #kinds} tells which it is.
   *
   * @param junction the junction; its voltage and temperature of use are taken
   * @param curve its nominal curve
   * @param kinds which junctions there are
   */
  public static PulseDial of(Junction junction, SwitchingCurve curve, CellKinds kinds) {
    OperatingPoint point = junction.operatingPoint();
    List<Double> widths = widths(curve);
    return covers(junction, widths.getFirst()) && covers(junction, widths.getLast())
        ? new PulseDial(
            junction.switching(), point.voltageVolts(), point.temperatureKelvin(), widths, kinds)
        : nominal(curve);
  }

  private static boolean covers(Junction junction, double pulseSeconds) {
    OperatingPoint point = junction.operatingPoint();
    try {
      double p =
          junction
              .switching()
              .probability(
                  MagneticState.PARALLEL,
                  point.voltageVolts(),
                  pulseSeconds,
                  point.temperatureKelvin(),
                  -1);
      return p >= 0;
    } catch (IllegalArgumentException outside) {
      return false;
    }
  }

  private static List<Double> widths(SwitchingCurve curve) {
    return curve.from(MagneticState.PARALLEL).stream().map(SwitchingPoint::pulseSeconds).toList();
  }

  @Override
  public String name() {
    return model.name();
  }

  /** The kinds of cells that the dial knows; one where it knows the nominal junction alone. */
  public CellKinds kinds() {
    return kinds;
  }

  /** Smallest probability above 0 that a pulse has, in the mean over both states. */
  public double lowest() {
    return both.lowest();
  }

  /** Largest probability that a pulse has, in the mean over both states. */
  public double highest() {
    return both.highest();
  }

  @Override
  public DialledPulse both(double probability) {
    return pulse(both, probability, PulseDial::mean);
  }

  @Override
  public DialledPulse from(MagneticState state, double probability) {
    FirstRise rise = Objects.requireNonNull(single.get(state));
    return pulse(rise, probability, table -> table.mean(state));
  }

  private DialledPulse pulse(FirstRise rise, double wanted, ToDoubleFunction<FlipTable> value) {
    if (wanted == 0) {
      return DialledPulse.NONE;
    }
    double width = rise.width(wanted);
    FlipTable table = table(width);
    return new DialledPulse(wanted, value.applyAsDouble(table), OptionalDouble.of(width), table);
  }

  private static double mean(FlipTable table) {
    return 0.5 * (table.mean(MagneticState.PARALLEL) + table.mean(MagneticState.ANTIPARALLEL));
  }

  private FlipTable table(double width) {
    return FlipTable.ofPulse(kinds, model, voltageVolts, width, temperatureKelvin);
  }
}
