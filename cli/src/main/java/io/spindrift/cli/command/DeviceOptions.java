package io.spindrift.cli.command;

import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DevicePresets;
import io.spindrift.device.spec.DeviceSpec;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose a device and change its values. */
final class DeviceOptions {
  @Option(
      names = "--device",
      paramLabel = "PRESET|FILE",
      defaultValue = DevicePresets.DEFAULT,
      description =
          "A preset (see spindrift presets) or a YAML file; the default is ${DEFAULT-VALUE}.")
  String device = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Change one value of the device, such as freeLayer.thickness=1.2nm; repeatable.")
  List<String> sets = new ArrayList<>();

  /** The device with every change applied. */
  DeviceSpec spec() {
    return DeviceLoader.load(device, sets).spec();
  }
}
