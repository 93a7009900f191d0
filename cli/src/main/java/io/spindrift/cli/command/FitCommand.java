package io.spindrift.cli.command;

import io.spindrift.device.fit.FitOutcome;
import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.fit.FokkerPlanckPredictor;
import io.spindrift.device.fit.FreeDevice;
import io.spindrift.device.fit.FreeParameter;
import io.spindrift.device.fit.ParameterFit;
import io.spindrift.device.fit.ResistancePredictor;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.device.table.FieldResistanceTable;
import io.spindrift.device.table.ResistanceReadings;
import io.spindrift.device.table.ResistanceTable;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvText;
import io.spindrift.numerics.document.Setting;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code device fit}: numbers of a macrospin device from measurements. */
@Command(
    name = "fit",
    sortOptions = false,
    header = "Fit a junction to measured switching or resistance.",
    description = {
      "Changes the numbers named by --free until a macrospin device, solved by its Fokker-Planck"
          + " equation, agrees best with counted pulses (maximum likelihood). Errors are one"
          + " standard error. Data that leave a number open are refused, with what would help.",
      "--data has the columns voltage_volts, pulse_seconds, from_state (p or ap), trials and"
          + " switched. --resistance has voltage_volts, state and resistance_ohms, and fits"
          + " barrier.resistanceAreaProduct, barrier.tmr and barrier.halfVoltage; with field_tesla"
          + " and axis (x, y or z) as well it is taken in a field, whose tilt of the free layer"
          + " fits freeLayer.interfaceAnisotropy too.",
      "A table needs no fit to be used: --device FILE.csv interpolates it wherever a device is"
          + " taken.",
      "With --out: fitted.yaml (a device), fit_residuals.parquet or resistance_residuals.parquet, a"
          + " figure for each voltage or of the resistance.",
      "JSON: device, temperatureKelvin, parameters (path, unit, start, value, standardError,"
          + " atBound), correlation, rows, sumOfSquares, degreesOfFreedom, expectedSumOfSquares,"
          + " goodnessProbability, relativeError, evaluations, searches and startWasLocal (whether"
          + " the given start led to a worse optimum than another); under switching and resistance,"
          + " whichever was given; files."
    },
    footer = {
      "",
      "Example: spindrift device fit --data counts.csv --free"
          + " freeLayer.damping,barrier.vcmaCoefficient"
    })
final class FitCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--data", paramLabel = "FILE", description = "CSV file of counted pulses.")
  @Nullable Path data;

  @Option(
      names = "--resistance",
      paramLabel = "FILE",
      description = "CSV file of resistance against bias, or in a field.")
  @Nullable Path resistance;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--free",
      paramLabel = "PATH",
      split = ",",
      description =
          "Numbers of the device to fit to --data, such as"
              + " freeLayer.interfaceAnisotropy,barrier.vcmaCoefficient,freeLayer.damping; without"
              + " --data, to fit to --resistance in place of those above.")
  List<String> free = new ArrayList<>();

  @Option(
      names = "--bounds",
      paramLabel = "PATH=LO:HI",
      description = "Bounds of one number, such as freeLayer.damping=0.01:0.1; repeatable.")
  List<String> bounds = new ArrayList<>();

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "Temperature of the measurement; the default is what the table tells in a column"
              + " temperature_kelvin, or else the device's own.")
  @Nullable String temperature;

  @Option(
      names = "--relax",
      paramLabel = "TIME",
      defaultValue = "10ns",
      description =
          "Time at zero voltage before the state was read; the default is ${DEFAULT-VALUE}.")
  String relax = "";

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  FitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (data == null && resistance == null) {
      throw new UnusableInput("--data or --resistance must be given: a CSV file of measurements");
    }
    if (data != null && free.isEmpty()) {
      throw new UnusableInput(
          "--free must name the numbers to fit to --data, such as"
              + " freeLayer.interfaceAnisotropy,biasField.x");
    }
    MacrospinDevice start = start();
    Optional<CountTable> counts =
        Optional.ofNullable(data)
            .map(file -> CountTable.parse(CsvText.read(file), file.toString()));
    Optional<ResistanceReadings> readings =
        Optional.ofNullable(resistance)
            .map(file -> ResistanceReadings.parse(CsvText.read(file), file.toString()));
    List<FreeParameter> resistive =
        parameters(start, readings.map(this::resistive).orElse(List.of()));
    List<FreeParameter> magnetic = parameters(start, counts.isPresent() ? free : List.of());
    refuseUnusedBounds(resistive, magnetic);
    folder.prepare();
    double relaxSeconds = GivenQuantity.notNegative("--relax", relax, Dimension.TIME);
    double kelvin = kelvin(start, counts);
    ResistancePredictor atRest = new ResistancePredictor(kelvin);
    try (Workers workers = new Workers(common.threads())) {
      FokkerPlanckPredictor predictor =
          new FokkerPlanckPredictor(kelvin, relaxSeconds, workers, common.progress(session));
      Optional<Fitted> electric =
          readings.map(table ->
              found(
                  ParameterFit.resistance(
                      new FreeDevice(start, resistive), table, atRest, common.progress(session))));
      MacrospinDevice priced = electric.map(Fitted::device).orElse(start);
      Optional<Fitted> magnet =
          counts.map(table ->
              found(
                  ParameterFit.switching(
                      new FreeDevice(priced, magnetic),
                      table,
                      predictor,
                      common.progress(session))));
      FitReport report =
          new FitReport(
              device.device,
              device.sets,
              kelvin,
              counts,
              readings,
              magnet,
              electric,
              predictor,
              atRest);
      List<Path> files = folder.wanted() ? report.write(folder, data, resistance) : List.of();
      if (common.json) {
        JsonOutput.print(session.out(), report.document(files));
      } else {
        report.print(session, files);
      }
    }
    return ExitStatus.DONE;
  }

  /** What a table of resistance can tell, or what --free asks of it where it stands alone. */
  private List<String> resistive(ResistanceReadings readings) {
    if (data == null && !free.isEmpty()) {
      return free;
    }
    List<String> paths = new ArrayList<>(List.of("barrier.resistanceAreaProduct", "barrier.tmr"));
    if (readings instanceof ResistanceTable || readings.biases() > 1) {
      paths.add("barrier.halfVoltage");
    }
    if (readings instanceof FieldResistanceTable table && table.tilts()) {
      paths.add("freeLayer.interfaceAnisotropy");
    }
    for (String path : free.stream().map(String::strip).filter(paths::contains).toList()) {
      throw new UnusableInput(
          ("--free names %s, which is fitted to --resistance; leave it out, or fit one table after"
                  + " the other")
              .formatted(path));
    }
    return paths;
  }

  private MacrospinDevice start() {
    DeviceSpec spec = device.spec();
    if (spec instanceof MacrospinDevice macrospin) {
      return macrospin;
    }
    throw new UnusableInput(
        "--device must be a macrospin device to start from, but "
            + spec.name()
            + " is known by its switching alone");
  }

  private double kelvin(MacrospinDevice start, Optional<CountTable> counts) {
    Optional<Double> told = counts.flatMap(CountTable::temperatureKelvin);
    if (temperature == null) {
      return told.orElse(start.operation().temperatureKelvin());
    }
    double given = GivenQuantity.positive("--temperature", temperature, Dimension.TEMPERATURE);
    if (told.isPresent() && told.get() != given) {
      throw new UnusableInput(
          "--temperature must be that of the table, %s K, but was %s K"
              .formatted(told.get(), given));
    }
    return given;
  }

  private List<FreeParameter> parameters(MacrospinDevice start, List<String> paths) {
    Map<String, double[]> given = bounds();
    List<FreeParameter> parameters = new ArrayList<>();
    for (String path : paths.stream().map(String::strip).toList()) {
      if (parameters.stream().anyMatch(p -> p.path().equals(path))) {
        throw new UnusableInput("--free must name each number once, but names " + path + " twice");
      }
      double[] range = given.get(path);
      parameters.add(
          range == null
              ? FreeParameter.of(start, path)
              : FreeParameter.of(start, path, range[0], range[1]));
    }
    return parameters;
  }

  private Map<String, double[]> bounds() {
    Map<String, double[]> ranges = new HashMap<>();
    for (String text : bounds) {
      String[] sides = text.split("=", 2);
      String[] ends = sides.length == 2 ? sides[1].split(":", -1) : new String[0];
      if (ends.length != 2) {
        throw new UnusableInput(
            "--bounds must be PATH=LO:HI, such as freeLayer.damping=0.01:0.1, but was " + text);
      }
      String path = sides[0].strip();
      Dimension unit = Setting.of(MacrospinDevice.class, path).unit();
      ranges.put(path, new double[] {Quantity.parse(ends[0], unit), Quantity.parse(ends[1], unit)});
    }
    return ranges;
  }

  private void refuseUnusedBounds(List<FreeParameter> first, List<FreeParameter> second) {
    for (String path : bounds().keySet()) {
      boolean used =
          first.stream().anyMatch(p -> p.path().equals(path))
              || second.stream().anyMatch(p -> p.path().equals(path));
      if (!used) {
        throw new UnusableInput("--bounds names " + path + ", which --free does not");
      }
    }
  }

  private static Fitted found(FitOutcome outcome) {
    return switch (outcome) {
      case Fitted fitted -> fitted;
      case FitOutcome.NotIdentified open -> throw new UnusableInput(open.sentence());
      case FitOutcome.NotSettled unsettled -> throw new UnusableInput(unsettled.sentence());
    };
  }
}
