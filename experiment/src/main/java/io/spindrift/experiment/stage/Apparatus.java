package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.assembly.AssemblySettings;
import io.spindrift.device.assembly.JunctionAssembly;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.experiment.config.CurveConfig;
import io.spindrift.experiment.config.EntropyConfig;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.VcMramArray;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

/** Junctions and arrays of them as a configuration describes them. */
public final class Apparatus {
  /** How the junction of a device is made. */
  static JunctionAssembly assembly(DeviceSpec spec, SpindriftConfig config) {
    return assembly(spec, config, config.curve().pulsesSeconds());
  }

  /** The same with other pulse widths. */
  static JunctionAssembly assembly(
      DeviceSpec spec, SpindriftConfig config, List<Double> pulseSeconds) {
    CurveConfig curve = config.curve();
    return new JunctionAssembly(
        spec,
        new AssemblySettings(
            pulseSeconds,
            curve.trajectories(),
            curve.populationDevices(),
            curve.populationTrajectories(),
            curve.stepSeconds(),
            curve.relaxSeconds()),
        StreamKey.root(config.seed()),
        StreamKey.root(config.entropy().variationSeed()).purpose("variation"));
  }

  /**
   * A junction and the curve on which its operating point was chosen.
   *
   * @param junction the junction
   * @param curve its nominal switching curve
   */
  public record CurvedJunction(Junction junction, SwitchingCurve curve) {}

  /**
   * A device at the operating point that the configuration asks for.
   *
   * @throws IllegalArgumentException when the device has no switching curve at these settings
   */
  public static Junction junction(
      DeviceSpec spec, SpindriftConfig config, Workers workers, Progress progress) {
    return curved(spec, config, workers, progress).junction();
  }

  /**
   * The same with the device's curve, for pulses of other widths.
   *
   * @throws IllegalArgumentException when the device has no switching curve at these settings
   */
  public static CurvedJunction curved(
      DeviceSpec spec, SpindriftConfig config, Workers workers, Progress progress) {
    JunctionAssembly assembly = assembly(spec, config);
    SwitchingCurve curve = assembly.curve(workers, progress);
    OperatingPoint point = assembly.operatingPoint(curve, config.curve().point());
    return new CurvedJunction(assembly.junction(curve, point, workers, progress), curve);
  }

  /** An array of a junction, and how it makes noise. */
  public static MemoryNoise noise(Junction junction, EntropyConfig entropy) {
    CoinPulse pulse = CoinPulse.at(junction.operatingPoint());
    return new MemoryNoise(
        VcMramArray.of(junction.switching(), pulse, entropy.rows(), entropy.columns()),
        entropy.xorFold(),
        entropy.bitsPerSample(),
        entropy.standardisation());
  }

  private Apparatus() {}
}
