package io.spindrift.cli.command;

import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.DocumentBinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that choose a device and change its values. */
final class DeviceOptions {
  @Option(
      names = "--device",
      paramLabel = "PRESET|FILE",
      defaultValue = "precessional-macrospin",
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
    try (var in = DeviceSpec.class.getResourceAsStream("presets/" + device + ".yaml")) {
      if (in == null) {
        throw new UnusableInput("no preset " + device);
      }
      Map<String, Object> tree =
          Document.readYaml(new String(in.readAllBytes(), StandardCharsets.UTF_8), device);
      for (String set : sets) {
        int equals = set.indexOf('=');
        tree = Document.patch(tree, set.substring(0, equals), set.substring(equals + 1));
      }
      return DocumentBinder.bind(DeviceSpec.class, tree, device);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
