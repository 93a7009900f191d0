package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.retention.Retention;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Retention as JSON, as a table and as a figure.
 *
 * @param device what the device is called
 * @param voltageVolts voltage while holding
 * @param timeSeconds time after which the loss is given
 * @param read the read pulse, if one was asked for
 * @param rows both states at every temperature
 */
record RetentionView(
    String device, double voltageVolts, double timeSeconds, Optional<Read> read, List<Row> rows) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final double BEYOND = 3; // room above and below the curves

  /**
   * A read pulse.
   *
   * @param voltageVolts voltage across the barrier
   * @param pulseSeconds length
   */
  record Read(double voltageVolts, double pulseSeconds) {}

  /**
   * One state at one temperature.
   *
   * @param kelvin temperature
   * @param from the state
   * @param held rates while holding
   * @param reading rates at the read voltage, where there is a barrier
   */
  record Row(double kelvin, MagneticState from, Retention held, Optional<Retention> reading) {
    double retentionSeconds() {
      return held.rates().retentionSeconds(from);
    }

    /** Barrier over kB T; NaN without an energy. */
    double barrier() {
      return held.barrier(from).orElse(Double.NaN);
    }

    double barrierJoules() {
      return barrier() * Constants.BOLTZMANN_JOULES_PER_KELVIN * kelvin;
    }

    double attemptSeconds() {
      return held.attemptSeconds(from).orElse(Double.NaN);
    }
  }

  Map<String, Object> document() {
    Map<String, Object> document =
        JsonOutput.object(
            "device", device, "voltageVolts", voltageVolts, "timeSeconds", timeSeconds);
    read.ifPresent(pulse -> {
      document.put("readVoltageVolts", pulse.voltageVolts());
      document.put("readPulseSeconds", pulse.pulseSeconds());
    });
    document.put("points", rows.stream().map(this::fields).toList());
    return document;
  }

  private Map<String, Object> fields(Row row) {
    Retention held = row.held();
    Map<String, Object> fields =
        JsonOutput.object(
            "temperatureKelvin", row.kelvin(),
            "from", row.from().shortName(),
            "method", held.method().label(),
            "barrierJoules", known(row.barrierJoules()),
            "barrierOverThermalEnergy", known(row.barrier()),
            "attemptSeconds", known(row.attemptSeconds()),
            "dampingFactor", held.dampingFactor(),
            "ratePerSecond", held.rates().from(row.from()),
            "retentionSeconds", row.retentionSeconds(),
            "lossProbability", held.rates().lossProbability(row.from(), timeSeconds),
            "caution", held.caution().orElse(null));
    if (read.isPresent()) {
      fields.put(
          "readRatePerSecond", row.reading().map(r -> r.rates().from(row.from())).orElse(null));
      fields.put("readDisturbProbability", disturb(row));
    }
    return fields;
  }

  Table table() {
    return Table.named("retention")
        .reals("temperatureKelvin", numbers(Row::kelvin))
        .words("from", rows.stream().map(r -> r.from().shortName()).toArray(String[]::new))
        .words("method", rows.stream().map(r -> r.held().method().label()).toArray(String[]::new))
        .reals("barrierJoules", numbers(Row::barrierJoules))
        .reals("barrierOverThermalEnergy", numbers(Row::barrier))
        .reals("attemptSeconds", numbers(Row::attemptSeconds))
        .reals("ratePerSecond", numbers(r -> r.held().rates().from(r.from())))
        .reals("retentionSeconds", numbers(Row::retentionSeconds))
        .reals(
            "lossProbability",
            numbers(r -> r.held().rates().lossProbability(r.from(), timeSeconds)))
        .reals(
            "readDisturbProbability",
            numbers(r -> {
              Double disturb = disturb(r);
              return disturb == null ? Double.NaN : disturb;
            }));
  }

  List<Figure> figures() {
    double shortest = rows.stream().mapToDouble(Row::retentionSeconds).min().orElse(1);
    double longest = rows.stream().mapToDouble(Row::retentionSeconds).max().orElse(1);
    LineFigure figure =
        new LineFigure(
                "retention",
                Axis.linear("temperature (K)"),
                Axis.powersOfTen("retention time (s)").between(shortest / BEYOND, longest * BEYOND))
            .markY(timeSeconds, DurationText.of(timeSeconds), Ink.ACCENT);
    boolean alike = alike();
    for (MagneticState from : MagneticState.values()) {
      List<Row> side = rows.stream().filter(r -> r.from() == from).toList();
      boolean parallel = from == MagneticState.PARALLEL;
      if (parallel || !alike) {
        String state = alike ? "both states" : from.symbol();
        figure.add(
            Curve.of(
                state + ", " + side.getFirst().held().method().label(),
                parallel ? Ink.HARDWARE : Ink.SOFTWARE,
                Curve.Style.POINTS,
                side.stream().mapToDouble(Row::kelvin).toArray(),
                side.stream().mapToDouble(Row::retentionSeconds).toArray()));
      }
    }
    return List.of(
        figure.draw(
            "Mean time for which %s at %s keeps each state, against temperature."
                .formatted(device, Quantity.print(voltageVolts, Dimension.VOLTAGE)),
            WIDTH,
            HEIGHT));
  }

  /** Whether both states are kept equally long at every temperature. */
  private boolean alike() {
    return rows.stream()
        .allMatch(row -> {
          double parallel = row.held().rates().fromParallelPerSecond();
          double antiparallel = row.held().rates().fromAntiparallelPerSecond();
          return Math.abs(parallel - antiparallel) < 1e-6 * parallel;
        });
  }

  void print(Session session) {
    session.print("%s held at %s", device, Quantity.print(voltageVolts, Dimension.VOLTAGE));
    String loss = "lost in " + DurationText.of(timeSeconds);
    String disturb =
        read.map(r ->
                "lost in "
                    + DurationText.of(r.pulseSeconds())
                    + " at "
                    + Quantity.print(r.voltageVolts(), Dimension.VOLTAGE))
            .orElse("");
    TextTable table =
        read.isPresent()
            ? new TextTable(
                "temperature", "state", "barrier", "attempt time", "retention", loss, disturb)
            : new TextTable("temperature", "state", "barrier", "attempt time", "retention", loss);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(cells(row));
      if (read.isPresent()) {
        Double probability = disturb(row);
        cells.add(probability == null ? "no barrier" : small(probability));
      }
      table.add(cells.toArray(String[]::new));
    }
    table.print(session.out());
    session.print("rates by %s", rows.getFirst().held().method().label());
    rows.stream()
        .flatMap(row -> row.held().caution().stream())
        .distinct()
        .forEach(caution -> session.print("note: %s", caution));
  }

  private List<String> cells(Row row) {
    Retention held = row.held();
    return List.of(
        Quantity.print(row.kelvin(), Dimension.TEMPERATURE),
        row.from().shortName(),
        Double.isNaN(row.barrier()) ? "none" : String.format(Locale.ROOT, "%.2f kT", row.barrier()),
        Double.isNaN(row.barrier()) ? "" : DurationText.of(row.attemptSeconds()),
        DurationText.of(row.retentionSeconds()),
        small(held.rates().lossProbability(row.from(), timeSeconds)));
  }

  private static String small(double probability) {
    return String.format(Locale.ROOT, probability < 0.01 ? "%.2e" : "%.3f", probability);
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private @Nullable Double disturb(Row row) {
    return read.isEmpty() || row.reading().isEmpty()
        ? null
        : row.reading().get().rates().lossProbability(row.from(), read.get().pulseSeconds());
  }

  private double[] numbers(ToDoubleFunction<Row> component) {
    return rows.stream().mapToDouble(component).toArray();
  }
}
