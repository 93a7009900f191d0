package io.spindrift.memory.array;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;
import java.util.function.ToDoubleBiFunction;

/**
 * The probability that a cell flips, for each kind of cell and each state.
 *
 * <p>A pulse, a time of rest and a disturbing read all act on an array through such a table.
 */
public final class FlipTable {
  private final double[] probability;
  private final boolean shared;
  private final FlipDraw draw;

  private FlipTable(double[] probability) {
    this.probability = probability;
    this.shared = isShared(probability);
    this.draw = draw(CellLoop.BEST);
  }

  private static boolean isShared(double[] probability) {
    for (int i = 2; i < probability.length; i++) {
      if (probability[i] != probability[i & 1]) {
        return false;
      }
    }
    return true;
  }

  /** How flips of this table are drawn, on the given loops. */
  FlipDraw draw(CellLoop loop) {
    return shared
        ? new SharedFlips(probability[0], probability[1], loop)
        : new KindFlips(probability, loop);
  }

  /** How flips of this table are drawn. */
  FlipDraw draw() {
    return draw;
  }

  /** One probability for every cell. */
  public static FlipTable uniform(double probability) {
    return asymmetric(probability, probability);
  }

  /** One probability for parallel and one for antiparallel cells. */
  public static FlipTable asymmetric(double fromParallel, double fromAntiparallel) {
    return of(
        CellKinds.nominal(),
        (kind, from) -> from == MagneticState.PARALLEL ? fromParallel : fromAntiparallel);
  }

  /**
   * A table asked of a function once per kind and state.
   *
   * @param kinds the kinds of cells
   * @param law probability for a device index (-1 for the nominal one) and a state
   */
  public static FlipTable of(CellKinds kinds, ToDoubleBiFunction<Long, MagneticState> law) {
    double[] probability = new double[2 * kinds.count()];
    for (int kind = 0; kind < kinds.count(); kind++) {
      for (MagneticState from : MagneticState.values()) {
        probability[2 * kind + bit(from)] =
            Require.inRange(
                "probability of kind " + kind + " from " + from,
                law.applyAsDouble(kinds.deviceIndex(kind), from),
                0,
                1,
                "");
      }
    }
    return new FlipTable(probability);
  }

  /** The table of a voltage pulse. */
  public static FlipTable ofPulse(
      CellKinds kinds,
      SwitchingModel model,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin) {
    return of(
        kinds,
        (device, from) ->
            model.probability(from, voltageVolts, pulseSeconds, temperatureKelvin, device));
  }

  /** Number of kinds; a table of one kind serves an array of any. */
  public int kinds() {
    return probability.length / 2;
  }

  /** The probability that a cell of a kind flips out of a state. */
  public double probability(int kind, MagneticState from) {
    return probability[2 * kind + bit(from)];
  }

  /** Mean over the kinds. */
  public double mean(MagneticState from) {
    double sum = 0;
    for (int kind = 0; kind < kinds(); kind++) {
      sum += probability(kind, from);
    }
    return sum / kinds();
  }

  /** Whether all cells of a state flip alike. */
  public boolean isShared() {
    return shared;
  }

  private static int bit(MagneticState state) {
    return state == MagneticState.ANTIPARALLEL ? 1 : 0;
  }
}
