package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.Junction;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DevicePresets;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.Apparatus;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose a device and change its values. */
final class DeviceOptions {
  @Option(
      names = "--device",
      paramLabel = "PRESET|FILE",
      defaultValue = DevicePresets.DEFAULT,
      description =
          "A preset (see spindrift presets), a YAML file, or a CSV file of counted pulses; the"
              + " default is ${DEFAULT-VALUE}.")
  String device = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Change one value of the device, such as freeLayer.thickness=1.2nm; repeatable.")
  List<String> sets = new ArrayList<>();

  /** The junction of the device at its operating point, assembled as a quick run does it. */
  Junction junction(long seed, Workers workers, Progress progress) {
    return curved(seed, workers, progress).junction();
  }

  /** The same with its switching curve. */
  Apparatus.CurvedJunction curved(long seed, Workers workers, Progress progress) {
    SpindriftConfig config =
        ConfigLoader.load(Optional.empty(), Size.QUICK, List.of("seed=" + seed));
    DeviceSpec spec = spec();
    return checked(() -> Apparatus.curved(spec, config, workers, progress));
  }

  /** The device with every change applied. */
  DeviceSpec spec() {
    return loaded().spec();
  }

  /** The device with every change applied, and where its numbers come from. */
  LoadedDevice loaded() {
    return DeviceLoader.load(device, sets);
  }
}
