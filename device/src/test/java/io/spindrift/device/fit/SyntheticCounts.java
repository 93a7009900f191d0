package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** Counts drawn from known probabilities: the data of a measurement whose answer is known. */
final class SyntheticCounts {
  /** The pulses of a measurement, none switched yet, out of both states. */
  static CountTable plan(double[] volts, double[] pulses, long trials) {
    List<CountTable.Row> rows = new ArrayList<>();
    for (double v : volts) {
      for (boolean antiparallel : new boolean[] {false, true}) {
        for (double pulse : pulses) {
          rows.add(new CountTable.Row(v, pulse, antiparallel, trials, 0));
        }
      }
    }
    return new CountTable(rows);
  }

  /** Binomial counts about what a device does. */
  static CountTable drawn(
      SwitchingPredictor truth, MacrospinDevice device, CountTable plan, long seed) {
    double[] probabilities = truth.probabilities(device, plan);
    RandomStream random = StreamKey.root(seed).purpose("synthetic counts").open();
    List<CountTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      CountTable.Row row = plan.rows().get(i);
      long switched = 0;
      for (long k = 0; k < row.trials(); k++) {
        switched += random.nextDouble() < probabilities[i] ? 1 : 0;
      }
      rows.add(
          new CountTable.Row(
              row.voltageVolts(),
              row.pulseSeconds(),
              row.fromAntiparallel(),
              row.trials(),
              switched));
    }
    return new CountTable(rows);
  }

  static double[] range(double first, double step, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = first + i * step;
    }
    return values;
  }

  private SyntheticCounts() {}
}
