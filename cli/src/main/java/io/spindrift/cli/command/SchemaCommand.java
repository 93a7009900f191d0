package io.spindrift.cli.command;

import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.JsonSchema;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code config schema}: what a configuration or device file may hold. */
@Command(
    name = "schema",
    sortOptions = false,
    header = "Print the JSON schema of a configuration or device file.",
    description = "Always one JSON document, with or without --json.")
final class SchemaCommand implements Callable<Integer> {
  private static final Map<String, Class<? extends Record>> KINDS =
      Map.of(
          "run", SpindriftConfig.class,
          "macrospin", MacrospinDevice.class,
          "compact-fit", CompactFitDevice.class,
          "measured", MeasuredDevice.class);

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "run|macrospin|compact-fit|measured",
      defaultValue = "run",
      description = "What the file describes; the default is ${DEFAULT-VALUE}.")
  String kind = "";

  @Mixin CommonOptions common = new CommonOptions();

  SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Class<? extends Record> type = KINDS.get(kind);
    if (type == null) {
      throw new UnusableInput(
          "config schema must be asked for run, macrospin, compact-fit or measured, but was asked"
              + " for "
              + kind);
    }
    JsonOutput.print(session.out(), JsonSchema.of(type));
    return 0;
  }
}
