package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.assembly.AssemblySettings;
import io.spindrift.device.assembly.JunctionAssembly;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.CurveConfig;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Optional;

/** A junction at its operating point, assembled as a run with the same settings assembles it. */
final class AssembledJunction {
  /** The junction of a device with the settings of a quick run. */
  static Junction quick(DeviceSpec spec, long seed, Workers workers, Progress progress) {
    SpindriftConfig config =
        ConfigLoader.load(Optional.empty(), Size.QUICK, List.of("seed=" + seed));
    return of(spec, config, workers, progress);
  }

  /** The junction of a device with the settings of a configuration. */
  static Junction of(DeviceSpec spec, SpindriftConfig config, Workers workers, Progress progress) {
    CurveConfig curve = config.curve();
    JunctionAssembly assembly =
        new JunctionAssembly(
            spec,
            new AssemblySettings(
                curve.pulsesSeconds(),
                curve.trajectories(),
                curve.populationDevices(),
                curve.populationTrajectories(),
                curve.stepSeconds(),
                curve.relaxSeconds()),
            StreamKey.root(config.seed()),
            StreamKey.root(config.entropy().variationSeed()).purpose("variation"));
    SwitchingCurve points = checked(() -> assembly.curve(workers, progress));
    OperatingPoint point = assembly.operatingPoint(points, curve.point());
    return assembly.junction(points, point, workers, progress);
  }

  private AssembledJunction() {}
}
