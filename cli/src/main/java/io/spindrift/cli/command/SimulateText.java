package io.spindrift.cli.command;

import io.spindrift.device.OperatingPoint;
import io.spindrift.experiment.stage.CellWrite;
import io.spindrift.experiment.stage.ErrorShare;
import io.spindrift.experiment.stage.HoldReading;
import io.spindrift.experiment.stage.ReadReading;
import io.spindrift.experiment.stage.TrialVerdict;
import io.spindrift.experiment.stage.WriteErrorCurves;
import io.spindrift.experiment.stage.WriteReading;
import io.spindrift.memory.cost.PricedEntry;
import io.spindrift.memory.cost.PricedLedger;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/**
 * A trial of a memory as lines of text.
 *
 * @param view the trial
 */
record SimulateText(SimulateView view) {
  void print(Session session) {
    what(session);
    outcome(session);
    cellWrites(session);
    curve(session);
    actions(session);
    session.print("%s", verdict());
  }

  private void what(Session session) {
    OperatingPoint point = view.write().operatingPoint();
    session.print(
        "%s, %d x %d cells of %s in %d kinds",
        view.spec().name(),
        view.array().shape().rows(),
        view.array().shape().columns(),
        view.write().name(),
        view.array().kinds().count());
    session.print(
        "write pulse %s, %s: %s",
        Quantity.print(point.voltageVolts(), Dimension.VOLTAGE),
        Quantity.print(point.pulseSeconds(), Dimension.TIME),
        point.reason());
  }

  private void outcome(Session session) {
    TextTable table =
        new TextTable("what went wrong", "cells", "of", "share", "95 % interval", "expected")
            .rightAligned(1, 2, 3, 5);
    view.errors().forEach(error -> add(table, error.name(), error));
    for (HoldReading hold : view.held()) {
      String at = " at " + Quantity.print(hold.temperatureKelvin(), Dimension.TEMPERATURE);
      hold.losses().forEach(loss -> add(table, loss.name() + at, loss));
    }
    table.print(session.out());
    session.print("losses are those of %s of rest", DurationText.of(view.holdSeconds()));
    WriteReading written = view.written();
    for (int i = 0; i < written.attempts().size(); i++) {
      if (written.attempts().get(i) > 0) {
        session.print("rows that took %d rounds of pulses: %d", i, written.attempts().get(i));
      }
    }
    session.print(
        "wrong in the end: %d sound cells and %d of %d stuck ones; %d rows verified",
        written.wrong(), written.stuckWrong(), written.stuck(), written.verified());
    ReadReading read = view.read();
    session.print(
        "worst column %d: %d of %d answers wrong",
        read.worstColumn(), read.worstColumnWrong(), read.worstColumnCells());
    session.print(
        "most pulsed row: %d pulses, %.1e of what it bears",
        view.wear().mostPulses(), view.wear().used());
    for (SimulateView.Drop drop : view.drops()) {
      session.print(
          "%s: %s of %s arrive at the far junction",
          drop.name(),
          Quantity.print(drop.ends().farVolts(), Dimension.VOLTAGE),
          Quantity.print(drop.ends().sourceVolts(), Dimension.VOLTAGE));
    }
  }

  private void actions(Session session) {
    TextTable actions = new TextTable("stage", "action", "count", "energy").rightAligned(2, 3);
    PricedLedger priced = view.priced();
    for (PricedEntry entry : priced.entries()) {
      actions.add(
          entry.stage(),
          SimulateView.words(entry.action()),
          String.valueOf(entry.count()),
          Quantity.print(entry.joules(), Dimension.ENERGY));
    }
    actions.print(session.out());
    session.print("energy %s", Quantity.print(priced.totalJoules(), Dimension.ENERGY));
  }

  private String verdict() {
    TrialVerdict verdict = view.verdict();
    String judged =
        "of %d counts judged together, false alarm at most %.0e"
            .formatted(verdict.judged().size(), TrialVerdict.LEVEL);
    return verdict.passed()
        ? "every share follows its closed form: " + judged
        : "off their closed form, %s: %s"
            .formatted(
                judged, String.join(", ", verdict.off().stream().map(ErrorShare::name).toList()));
  }

  private void cellWrites(Session session) {
    if (view.cellWrites().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable("nominal cell", "voltage", "write error from P", "from AP")
            .rightAligned(1, 2, 3);
    for (CellWrite cell : view.cellWrites()) {
      table.add(
          cell.cell(),
          Quantity.print(cell.volts(), Dimension.VOLTAGE),
          small(1 - cell.fromParallel()),
          small(1 - cell.fromAntiparallel()));
    }
    table.print(session.out());
  }

  private void curve(Session session) {
    TextTable table =
        new TextTable("write error of the nominal cell at", "pulse", "from", "counted", "expected")
            .rightAligned(1, 3, 4);
    for (WriteErrorCurves.Point point : view.curve()) {
      table.add(
          Quantity.print(point.temperatureKelvin(), Dimension.TEMPERATURE),
          Quantity.print(point.pulseSeconds(), Dimension.TIME),
          point.from().symbol(),
          small(point.error().share()),
          small(point.error().predicted()));
    }
    table.print(session.out());
  }

  private static void add(TextTable table, String name, ErrorShare error) {
    table.add(
        name,
        String.valueOf(error.wrong()),
        String.valueOf(error.cells()),
        error.cells() == 0 ? "" : small(error.share()),
        small(error.interval().low()) + " to " + small(error.interval().high()),
        small(error.predicted()));
  }

  private static String small(double share) {
    return String.format(Locale.ROOT, share == 0 ? "%.0f" : share < 0.01 ? "%.2e" : "%.4f", share);
  }
}
