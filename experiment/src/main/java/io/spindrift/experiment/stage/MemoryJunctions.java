package io.spindrift.experiment.stage;

import static io.spindrift.device.switching.WritePointSearch.isUseful;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.assembly.JunctionAssembly;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.switching.OperatingPointSearch;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.WritePointSearch;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.List;

/**
 * The junctions of a memory at its two pulses: one that is random and one that writes.
 *
 * <p>Both are the same devices: device index k of one is device index k of the other, drawn by one
 * variation key, so that a cell that is hard to write is also the cell whose coin is biased. Two
 * are needed because a simulated population knows one pulse.
 *
 * @param coin at the pulse whose outcome is random
 * @param write at the pulse that moves a cell as surely as it can
 */
public record MemoryJunctions(Junction coin, Junction write) {
  /**
   * Both junctions of a device.
   *
   * @throws io.spindrift.numerics.UnusableInput when its switching curve offers no coin or no write
   */
  public static MemoryJunctions of(
      DeviceSpec spec,
      SpindriftConfig config,
      WriteChoice choice,
      Workers workers,
      Progress progress) {
    return new MemoryJunctions(
        Apparatus.junction(spec, config, workers, progress),
        write(spec, config, choice, workers, progress));
  }

  /**
   * The junction at its write pulse alone.
   *
   * @throws io.spindrift.numerics.UnusableInput when its switching curve offers no write
   */
  public static Junction write(
      DeviceSpec spec,
      SpindriftConfig config,
      WriteChoice choice,
      Workers workers,
      Progress progress) {
    List<Double> voltages = choice.voltages(spec);
    for (int i = 0; ; i++) {
      JunctionAssembly assembly =
          Apparatus.assembly(
              at(spec, voltages.get(i)), config, choice.pulses(config.curve().pulsesSeconds()));
      SwitchingCurve curve = assembly.curve(workers, progress);
      if (i == voltages.size() - 1 || isUseful(curve)) {
        OperatingPoint point =
            choice.pulseSeconds().isPresent()
                ? OperatingPointSearch.at(curve, choice.pulseSeconds().getAsDouble())
                : WritePointSearch.choose(curve);
        return assembly.junction(curve, point, workers, progress);
      }
    }
  }

  private static DeviceSpec at(DeviceSpec spec, double volts) {
    return volts == spec.operation().voltageVolts()
        ? spec
        : DeviceLoader.changed(
            spec, List.of("operation.voltage=" + volts + " V", "operation.pulse=0 s"), spec.name());
  }
}
