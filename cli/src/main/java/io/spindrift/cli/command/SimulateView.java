package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.experiment.run.Table;
import io.spindrift.experiment.stage.CellWrite;
import io.spindrift.experiment.stage.ErrorShare;
import io.spindrift.experiment.stage.HoldReading;
import io.spindrift.experiment.stage.ReadReading;
import io.spindrift.experiment.stage.TrialVerdict;
import io.spindrift.experiment.stage.WriteErrorCurves;
import io.spindrift.experiment.stage.WriteReading;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.circuit.LineDrop;
import io.spindrift.memory.circuit.RowWear;
import io.spindrift.memory.circuit.WorstCase;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.cost.PriceKind;
import io.spindrift.memory.cost.PricedLedger;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A trial of a memory as JSON and as tables.
 *
 * @param spec the memory
 * @param write its junctions at the pulse that writes
 * @param array its cells in the end
 * @param pattern what was written
 * @param attempts most rounds of pulses
 * @param holdSeconds how long it was held
 * @param written what came of writing
 * @param read what came of reading
 * @param held what came of holding
 * @param wear pulses taken
 * @param ledger actions counted
 * @param curve write error of the nominal device
 * @param cellWrites write of a nominal cell with the drop along the lines
 */
record SimulateView(
    MemorySpec spec,
    Junction write,
    CellArray array,
    String pattern,
    int attempts,
    double holdSeconds,
    WriteReading written,
    ReadReading read,
    List<HoldReading> held,
    RowWear wear,
    List<LedgerEntry> ledger,
    List<WriteErrorCurves.Point> curve,
    List<CellWrite> cellWrites) {

  /** Voltages at both ends of a pulse's way. */
  record Drop(String name, WorstCase ends) {}

  /** One sentence for a saved array. */
  String provenance() {
    OperatingPoint point = write.operatingPoint();
    return "pattern %s in %s of %s, written at %s, %s"
        .formatted(
            pattern,
            spec.name(),
            write.name(),
            Quantity.print(point.voltageVolts(), Dimension.VOLTAGE),
            Quantity.print(point.pulseSeconds(), Dimension.TIME));
  }

  /** What went wrong in writing and in reading. */
  List<ErrorShare> errors() {
    List<ErrorShare> all = new ArrayList<>(written.errors());
    all.addAll(read.errors());
    return all;
  }

  /**
   * Whether the counts follow their closed forms. Verified writes are left out: a row ends early
   * once all of it is seen right, which their closed form does not know.
   */
  TrialVerdict verdict() {
    List<ErrorShare> judged = new ArrayList<>(errors());
    judged.removeIf(error -> error.name().startsWith("verified"));
    held.forEach(hold -> judged.addAll(hold.losses()));
    curve.forEach(point -> judged.add(point.error()));
    return TrialVerdict.of(judged);
  }

  /** What the lines take of the voltage in the worst places. */
  List<Drop> drops() {
    LineDrop lines = new LineDrop(spec, write.resistance());
    double volts = write.operatingPoint().voltageVolts();
    return List.of(
        new Drop("last row written at once, all P", worst(lines, volts)),
        new Drop(
            "one cell at the end of a bit line", lines.bitLine(volts, MagneticState.PARALLEL, 1)));
  }

  private static WorstCase worst(LineDrop lines, double volts) {
    return lines.worstRowPulse(volts, MagneticState.PARALLEL);
  }

  /** Every count with its price; a write pulse costs what the device's own does, mean of P, AP. */
  PricedLedger priced() {
    double joules =
        0.5
            * (write.pulseEnergy(MagneticState.PARALLEL, -1).totalJoules()
                + write.pulseEnergy(MagneticState.ANTIPARALLEL, -1).totalJoules());
    Price price =
        Price.of(
            joules,
            write.operatingPoint().pulseSeconds(),
            PriceKind.MODEL,
            "V^2 t/R of " + write.name() + ", mean of both states");
    return PricedLedger.of(ledger, ActionPrices.standard().with(Action.TOGGLE_PULSE, price));
  }

  Map<String, Object> document() {
    OperatingPoint point = write.operatingPoint();
    PricedLedger priced = priced();
    return JsonOutput.object(
        "device", write.name(),
        "memory", spec.name(),
        "rows", array.shape().rows(),
        "columns", array.shape().columns(),
        "kinds", array.kinds().count(),
        "writeVoltageVolts", point.voltageVolts(),
        "writePulseSeconds", point.pulseSeconds(),
        "writeReason", point.reason(),
        "pattern", pattern,
        "attempts", attempts,
        "errors", errors().stream().map(SimulateView::fields).toList(),
        "attemptsOfRows", written.attempts(),
        "verifiedRows", written.verified(),
        "stuckCells", written.stuck(),
        "stuckWrongCells", written.stuckWrong(),
        "wrongCells", written.wrong(),
        "worstColumn",
            JsonOutput.object(
                "column", read.worstColumn(),
                "wrong", read.worstColumnWrong(),
                "readings", read.worstColumnCells()),
        "holdSeconds", holdSeconds,
        "holds", held.stream().map(SimulateView::fields).toList(),
        "mostPulses", wear.mostPulses(),
        "enduranceUsed", wear.used(),
        "drops",
            drops().stream()
                .map(drop ->
                    JsonOutput.object(
                        "name", drop.name(),
                        "sourceVolts", drop.ends().sourceVolts(),
                        "nearVolts", drop.ends().nearVolts(),
                        "farVolts", drop.ends().farVolts()))
                .toList(),
        "actions",
            priced.entries().stream()
                .map(entry ->
                    JsonOutput.object(
                        "stage", entry.stage(),
                        "action", words(entry.action()),
                        "count", entry.count(),
                        "joules", entry.joules()))
                .toList(),
        "totalJoules", priced.totalJoules(),
        "curve", curve.stream().map(SimulateView::fields).toList(),
        "cellWrites",
            cellWrites.stream()
                .map(cell ->
                    JsonOutput.object(
                        "cell", cell.cell(),
                        "volts", cell.volts(),
                        "fromP", cell.fromParallel(),
                        "fromAP", cell.fromAntiparallel()))
                .toList(),
        "verdict",
            JsonOutput.object(
                "passed", verdict().passed(),
                "judged", verdict().judged().size(),
                "level", TrialVerdict.LEVEL,
                "off", verdict().off().stream().map(ErrorShare::name).toList()));
  }

  private static Map<String, Object> fields(ErrorShare error) {
    return JsonOutput.object(
        "name", error.name(),
        "wrong", error.wrong(),
        "cells", error.cells(),
        "share", error.cells() == 0 ? null : error.share(),
        "low", error.interval().low(),
        "high", error.interval().high(),
        "predicted", error.predicted(),
        "sigmas", Double.isFinite(error.sigmas()) ? error.sigmas() : null);
  }

  private static Map<String, Object> fields(HoldReading hold) {
    return JsonOutput.object(
        "temperatureKelvin", hold.temperatureKelvin(),
        "losses", hold.losses().stream().map(SimulateView::fields).toList(),
        "readWrong", hold.readWrong(),
        "cells", hold.cells());
  }

  private static Map<String, Object> fields(WriteErrorCurves.Point point) {
    return JsonOutput.object(
        "temperatureKelvin", point.temperatureKelvin(),
        "pulseSeconds", point.pulseSeconds(),
        "from", point.from().shortName(),
        "wrong", point.error().wrong(),
        "cells", point.error().cells(),
        "share", point.error().share(),
        "predicted", point.error().predicted());
  }

  List<Table> tables() {
    List<ErrorShare> all = new ArrayList<>(errors());
    held.forEach(hold -> all.addAll(hold.losses()));
    List<Double> kelvins = new ArrayList<>();
    errors().forEach(_ -> kelvins.add(write.operatingPoint().temperatureKelvin()));
    held.forEach(hold -> hold.losses().forEach(_ -> kelvins.add(hold.temperatureKelvin())));
    Table errors =
        Table.named("memory-errors")
            .words("error", all.stream().map(ErrorShare::name).toArray(String[]::new))
            .reals("temperatureKelvin", numbers(kelvins, k -> k))
            .wholes("wrong", all.stream().mapToLong(ErrorShare::wrong).toArray())
            .wholes("cells", all.stream().mapToLong(ErrorShare::cells).toArray())
            .reals("share", numbers(all, ErrorShare::share))
            .reals("low", numbers(all, e -> e.interval().low()))
            .reals("high", numbers(all, e -> e.interval().high()))
            .reals("predicted", numbers(all, ErrorShare::predicted));
    Table writeError =
        Table.named("write-error")
            .reals("temperatureKelvin", numbers(curve, WriteErrorCurves.Point::temperatureKelvin))
            .reals("pulseSeconds", numbers(curve, WriteErrorCurves.Point::pulseSeconds))
            .words("from", curve.stream().map(p -> p.from().shortName()).toArray(String[]::new))
            .wholes("wrong", curve.stream().mapToLong(p -> p.error().wrong()).toArray())
            .wholes("cells", curve.stream().mapToLong(p -> p.error().cells()).toArray())
            .reals("predicted", numbers(curve, p -> p.error().predicted()));
    return List.of(errors, writeError);
  }

  void print(Session session) {
    new SimulateText(this).print(session);
  }

  /** An action as it is told. */
  static String words(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <T> double[] numbers(List<T> rows, ToDoubleFunction<T> component) {
    return rows.stream().mapToDouble(component).toArray();
  }
}
