package io.spindrift.memory.circuit;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.spec.Endurance;
import io.spindrift.numerics.Require;

/**
 * The pulses that the rows of an array have taken, against those that they bear.
 *
 * <p>A row is as worn as if every one of its cells had taken each of its pulses: an upper bound
 * where only some cells were pulsed.
 *
 * @param rows number of rows
 * @param worn rows beyond the stated number of pulses
 * @param mostPulses pulses of the row with the most
 * @param meanPulses mean over the rows
 * @param endurance what a cell bears
 */
public record RowWear(int rows, int worn, long mostPulses, double meanPulses, Endurance endurance) {
  /** The wear of an array. */
  public static RowWear of(CellArray array, Endurance endurance) {
    int worn = 0;
    long most = 0;
    double sum = 0;
    int rows = array.shape().rows();
    for (int row = 0; row < rows; row++) {
      long pulses = array.wear(row);
      worn += pulses > endurance.cycles() ? 1 : 0;
      most = Math.max(most, pulses);
      sum += pulses;
    }
    return new RowWear(rows, worn, most, sum / rows, endurance);
  }

  /** Share of rows beyond the stated number of pulses. */
  public double wornShare() {
    return (double) worn / rows;
  }

  /** Part of the stated number of pulses that the most pulsed row has used. */
  public double used() {
    return mostPulses / endurance.cycles();
  }

  /** Time until the most pulsed row is worn, at a rate of pulses on it; zero when it is. */
  public double remainingSeconds(double pulsesPerSecond) {
    Require.positive("pulse rate", pulsesPerSecond, "Hz");
    return Math.max(0, endurance.cycles() - mostPulses) / pulsesPerSecond;
  }

  /** Life of a fresh row at a rate of pulses on it. */
  public static double lifetimeSeconds(Endurance endurance, double pulsesPerSecond) {
    return endurance.cycles() / Require.positive("pulse rate", pulsesPerSecond, "Hz");
  }
}
