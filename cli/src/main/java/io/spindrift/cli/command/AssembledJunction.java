package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.assembly.AssemblySettings;
import io.spindrift.device.assembly.JunctionAssembly;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.switching.OperatingPolicy;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.List;

/** A junction at an operating point that is chosen on a coarse switching curve. */
final class AssembledJunction {
  private static final List<Double> PULSES =
      Arrays.stream(Quantity.parseList("0.2ns:5ns:0.1ns", Dimension.TIME)).boxed().toList();
  private static final AssemblySettings SETTINGS =
      new AssemblySettings(
          PULSES,
          400,
          48,
          400,
          SwitchingSettings.DEFAULT_STEP_SECONDS,
          SwitchingSettings.DEFAULT_RELAX_SECONDS);

  /** Simulates what the description needs and assembles the junction. */
  static Junction of(DeviceSpec spec, long seed, Workers workers, Progress progress) {
    StreamKey root = StreamKey.root(seed);
    JunctionAssembly assembly =
        new JunctionAssembly(spec, SETTINGS, root.purpose("cycles"), root.purpose("variation"));
    SwitchingCurve curve = checked(() -> assembly.curve(workers, progress));
    OperatingPoint point = assembly.operatingPoint(curve, OperatingPolicy.AUTO);
    return assembly.junction(curve, point, workers, progress);
  }

  private AssembledJunction() {}
}
