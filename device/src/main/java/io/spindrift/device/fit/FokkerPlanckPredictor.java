package io.spindrift.device.fit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.fokkerplanck.QuickSwitching;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * P(switch) by the Fokker-Planck equation, which has no sampling noise.
 *
 * <p>One solution at each voltage serves every pulse width and both states.
 *
 * @param temperatureKelvin temperature of the measurement
 * @param relaxSeconds time at zero voltage after the pulse, before the state is read
 * @param workers threads that share the voltages; never changes a result
 * @param progress asked whether to stop
 */
public record FokkerPlanckPredictor(
    double temperatureKelvin, double relaxSeconds, Workers workers, Progress progress)
    implements SwitchingPredictor {

  private record Pulse(MagneticState from, double volts, double seconds) {}

  @Override
  public double[] probabilities(MacrospinDevice device, CountTable table) {
    TreeMap<Double, TreeSet<Double>> pulses = new TreeMap<>();
    double highest = 0;
    for (CountTable.Row row : table.rows()) {
      pulses.computeIfAbsent(row.voltageVolts(), v -> new TreeSet<>()).add(row.pulseSeconds());
      highest = Math.max(highest, Math.abs(row.voltageVolts()));
    }
    QuickSwitching switching = new QuickSwitching(device, temperatureKelvin, highest);
    List<Double> volts = List.copyOf(pulses.keySet());
    Map<Pulse, Double> found = new ConcurrentHashMap<>();
    workers.forEach(
        volts.size(),
        i -> {
          progress.checkStopped();
          double v = volts.get(i);
          List<Double> widths = List.copyOf(pulses.getOrDefault(v, new TreeSet<>()));
          switching
              .probabilities(v, widths, relaxSeconds)
              .forEach((from, p) -> {
                for (int k = 0; k < p.length; k++) {
                  found.put(new Pulse(from, v, widths.get(k)), p[k]);
                }
              });
        });
    return table.rows().stream()
        .mapToDouble(row ->
            found.getOrDefault(
                new Pulse(
                    row.fromAntiparallel() ? MagneticState.ANTIPARALLEL : MagneticState.PARALLEL,
                    row.voltageVolts(),
                    row.pulseSeconds()),
                Double.NaN))
        .toArray();
  }
}
