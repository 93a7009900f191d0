package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.assembly.MeasuredJunction;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.export.JunctionCircuit;
import io.spindrift.device.export.SpiceSubcircuit;
import io.spindrift.device.export.SwitchingCsv;
import io.spindrift.device.export.SwitchingGrid;
import io.spindrift.device.export.SwitchingTable;
import io.spindrift.device.export.VerilogAModule;
import io.spindrift.device.fokkerplanck.FokkerPlanckSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingMap;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code device export}: a device for use elsewhere. */
@Command(
    name = "export",
    sortOptions = false,
    header = "Write a device as a table of switching probabilities or as a circuit model.",
    description = {
      "parquet, csv and json hold P(switch) for every voltage, pulse width, temperature and state"
          + " before the pulse; a macrospin device is simulated or solved by Fokker-Planck, a"
          + " compact fit evaluated.",
      "spice is a subcircuit for ngspice, verilog-a the same model for other simulators; both are"
          + " made of a macrospin device.",
      "JSON: file, format, device; for a table also method, seed, trajectories, stepSeconds,"
          + " relaxSeconds (where simulated) and points (how many); for a circuit module and"
          + " temperatureKelvin."
    },
    footer = {"", "Example: spindrift device export --format spice --out junction.sp"})
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "parquet, csv, json, spice or verilog-a; the default is what the ending of --out means.")
  @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "Where to write; the default is a file named after the device, here.")
  @Nullable Path out;

  @Mixin ExportTableOptions options = new ExportTableOptions();

  @Mixin CommonOptions common = new CommonOptions();

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExportFormat chosen = ExportFormat.of(format, out);
    LoadedDevice loaded = DeviceLoader.load(device.device, device.sets);
    Path file = file(chosen, JunctionCircuit.identifier(loaded.spec().name()));
    Map<String, Object> said =
        JsonOutput.object(
            "file", file.toString(), "format", chosen.word(), "device", loaded.spec().name());
    if (chosen.table()) {
      said.putAll(writeTable(chosen, loaded, file));
    } else {
      said.putAll(writeCircuit(chosen, loaded, file));
    }
    if (common.json) {
      JsonOutput.print(session.out(), said);
    } else {
      session.print("%s of %s in %s", chosen.word(), loaded.spec().name(), file);
    }
    return ExitStatus.DONE;
  }

  private Path file(ExportFormat chosen, String identifier) {
    String name = identifier + chosen.ending();
    if (out == null) {
      return Path.of(name);
    }
    Path file = Files.isDirectory(out) ? out.resolve(name) : out;
    Path above = file.toAbsolutePath().getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
      throw new UnusableInput(
          "--out must lie in a folder that can be written, but " + above + " is none");
    }
    return file;
  }

  private Map<String, Object> writeCircuit(ExportFormat chosen, LoadedDevice loaded, Path file) {
    options.refuseForCircuit(chosen.word());
    List<Double> kelvins = options.kelvins(loaded.spec());
    if (kelvins.size() != 1) {
      throw new UnusableInput(
          "--temperature must be one value for a circuit model, but was " + options.temperature);
    }
    JunctionCircuit circuit = checked(() -> JunctionCircuit.of(loaded, kelvins.getFirst()));
    AtomicFile.writeText(
        file,
        chosen == ExportFormat.SPICE
            ? SpiceSubcircuit.text(circuit)
            : VerilogAModule.text(circuit));
    return JsonOutput.object(
        "module", circuit.identifier(), "temperatureKelvin", kelvins.getFirst());
  }

  private Map<String, Object> writeTable(ExportFormat chosen, LoadedDevice loaded, Path file) {
    SwitchingGrid grid = options.grid(loaded.spec());
    Map<String, Object> how = options.how(loaded.spec(), common.seedOrDefault());
    SwitchingTable table = SwitchingTable.of(loaded.spec().name(), curves(loaded, grid));
    switch (chosen) {
      case CSV -> AtomicFile.writeText(file, SwitchingCsv.text(table));
      case JSON ->
          AtomicFile.writeText(file, JsonOutput.text(ExportTable.document(loaded, how, table)));
      default ->
          AtomicFile.write(
              file, partial -> ParquetTable.write(partial, ExportTable.columns(table)));
    }
    how.put("points", table.rows().size());
    return how;
  }

  private List<SwitchingCurve> curves(LoadedDevice loaded, SwitchingGrid grid) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("device export");
    List<SwitchingCurve> curves = new ArrayList<>();
    try (Workers workers = new Workers(common.threads())) {
      for (int t = 0; t < grid.temperatureKelvin().size(); t++) {
        double kelvin = grid.temperatureKelvin().get(t);
        StreamKey own = key.at(t);
        curves.addAll(
            checked(() ->
                switch (loaded.spec()) {
                  case MacrospinDevice macrospin ->
                      map(macrospin, grid, kelvin, own, workers).curves();
                  case CompactFitDevice fit ->
                      grid.voltageVolts().stream()
                          .map(volts ->
                              SwitchingCurve.of(
                                  new CompactFitSwitching(fit, key),
                                  volts,
                                  kelvin,
                                  grid.pulseSeconds()))
                          .toList();
                  case MeasuredDevice measured ->
                      grid.voltageVolts().stream()
                          .map(volts ->
                              MeasuredJunction.curve(
                                  measured,
                                  volts,
                                  kelvin,
                                  grid.pulseSeconds(),
                                  List.of(MagneticState.values())))
                          .toList();
                }));
      }
    }
    return curves;
  }

  private SwitchingMap map(
      MacrospinDevice macrospin,
      SwitchingGrid grid,
      double kelvin,
      StreamKey key,
      Workers workers) {
    SwitchingSettings settings = options.settings(grid, kelvin);
    Progress progress = common.progress(session);
    return options.samples()
        ? SwitchingMap.sampled(
            macrospin,
            settings,
            grid.voltageVolts(),
            Set.of(MagneticState.values()),
            key,
            workers,
            progress)
        : FokkerPlanckSwitching.map(
            macrospin, settings, grid.voltageVolts(), Optional.empty(), workers, progress);
  }
}
