package io.spindrift.cli.command;

import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DevicePresets;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.spec.Operation;
import io.spindrift.numerics.document.Provenance;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code presets}: the devices that come with the program. */
@Command(
    name = "presets",
    sortOptions = false,
    header = "List the devices that come with Spindrift, or print one as YAML to start from.",
    description = {
      "JSON: a list of name, kind, summary, voltageVolts, temperatureKelvin and sources; with a"
          + " name, one such object and its document."
    })
final class PresetsCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Print this preset with all its values, units and sources.")
  @Nullable String name;

  @Mixin CommonOptions common = new CommonOptions();

  PresetsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (name == null) {
      list();
    } else if (common.json) {
      Map<String, Object> fields = document(name);
      fields.put("document", DevicePresets.tree(name));
      JsonOutput.print(session.out(), fields);
    } else {
      session.out().print(DevicePresets.text(name));
      session.out().flush();
    }
    return ExitStatus.DONE;
  }

  private void list() {
    if (common.json) {
      JsonOutput.print(
          session.out(), DevicePresets.names().stream().map(PresetsCommand::document).toList());
      return;
    }
    TextTable table = new TextTable("preset", "kind", "what it is");
    for (String preset : DevicePresets.names()) {
      DeviceSpec spec = DeviceLoader.load(preset, List.of()).spec();
      table.add(preset, kind(spec), summary(spec));
    }
    table.print(session.out());
  }

  private static Map<String, Object> document(String preset) {
    LoadedDevice loaded = DeviceLoader.load(preset, List.of());
    Operation use = loaded.spec().operation();
    return JsonOutput.object(
        "name", preset,
        "kind", kind(loaded.spec()),
        "summary", summary(loaded.spec()),
        "voltageVolts", use.voltageVolts(),
        "temperatureKelvin", use.temperatureKelvin(),
        "sources", loaded.provenance().stream().map(Provenance::source).distinct().toList());
  }

  private static String kind(DeviceSpec spec) {
    return switch (spec) {
      case MacrospinDevice macrospin -> "macrospin";
      case CompactFitDevice fit -> "compact-fit";
      case MeasuredDevice measured -> "measured";
    };
  }

  private static String summary(DeviceSpec spec) {
    Operation use = spec.operation();
    String at =
        Quantity.print(use.voltageVolts(), Dimension.VOLTAGE)
            + ", "
            + Quantity.print(use.temperatureKelvin(), Dimension.TEMPERATURE);
    return switch (spec) {
      case MacrospinDevice macrospin ->
          "rigid moment, free layer %s thick, used at %s"
              .formatted(
                  Quantity.print(macrospin.freeLayer().thicknessMeters(), Dimension.LENGTH), at);
      case CompactFitDevice fit ->
          "closed-form fit to measured switching and resistance, used at " + at;
      case MeasuredDevice measured -> "measured table, used at " + at;
    };
  }
}
