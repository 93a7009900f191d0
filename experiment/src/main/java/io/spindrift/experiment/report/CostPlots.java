package io.spindrift.experiment.report;

import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.ScatterFigure;
import io.spindrift.experiment.plot.TornadoFigure;
import io.spindrift.experiment.plot.WaterfallFigure;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.CostReading.SensitivityReading;
import io.spindrift.experiment.run.CostReading.SwingReading;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The figures of a cost: where the energy goes, energy against area, what moves the verdict. */
public final class CostPlots {
  private static final int WIDE = 860;
  private static final int TALL = 560;
  private static final int MOST_PARTS = 12;
  private static final double CLAIM_LOW = Math.pow(10, 2.5);
  private static final double CLAIM_HIGH = Math.pow(10, 3.5);

  /** Stages and actions cumulated to the total, the largest first. */
  public static Figure waterfall(List<LedgerEntry> ledger) {
    Map<String, Double> parts = new LinkedHashMap<>();
    boolean oneStage = ledger.stream().map(LedgerEntry::purpose).distinct().count() <= 1;
    ledger.stream()
        .sorted(Comparator.comparingDouble(LedgerEntry::joules).reversed())
        .forEach(e -> {
          String label = oneStage ? e.action() : e.purpose() + ": " + e.action();
          parts.merge(
              parts.size() < MOST_PARTS || parts.containsKey(label) ? label : "all the rest",
              e.joules(),
              Double::sum);
        });
    WaterfallFigure figure = new WaterfallFigure("energy-waterfall", "energy", "J");
    parts.forEach((label, joules) ->
        figure.add(
            label,
            label.contains("multiply") || label.contains("off chip") ? Ink.SOFTWARE : Ink.HARDWARE,
            joules));
    return figure.draw(
        "total",
        "Where the energy goes: each bar begins where the one above it ends; share of the total"
            + " beside it. Orange: the digital denoiser, at published joules.",
        WIDE);
  }

  /** Energy per bit against area; generators without both are named in the caption. */
  public static Figure scatter(CostComparison cost) {
    ScatterFigure figure =
        new ScatterFigure(
            "area-energy",
            Axis.powersOfTen("area of one generator (m²)"),
            Axis.powersOfTen("energy per random bit (J)"));
    List<String> missing = new ArrayList<>();
    for (TechnologyReading t : cost.generators()) {
      place(figure, t, Ink.ACCENT, missing);
    }
    for (TechnologyReading t : cost.technologies()) {
      place(figure, t, t.kind().equals("measured silicon") ? Ink.REFERENCE : Ink.HARDWARE, missing);
    }
    return figure.draw(
        "Energy per random bit against area of one generator; along a thin line their product is"
            + " constant, every third decade. Red: this device; grey: measured silicon; blue:"
            + " magnetic devices, models and estimates."
            + (missing.isEmpty()
                ? ""
                : " Without a known area or energy, and so not shown: "
                    + String.join("; ", missing)
                    + "."),
        WIDE,
        TALL);
  }

  private static void place(
      ScatterFigure figure, TechnologyReading t, Ink ink, List<String> missing) {
    if (t.joulesPerBit() == null || t.squareMetersPerGenerator() == null) {
      missing.add(t.name());
    } else {
      figure.add(
          t.name(),
          ink,
          Objects.requireNonNull(t.squareMetersPerGenerator()),
          Objects.requireNonNull(t.joulesPerBit()));
    }
  }

  /** One tornado for each reading whose sensitivity is known. */
  public static List<Figure> tornados(CostComparison cost) {
    List<Figure> figures = new ArrayList<>();
    for (SensitivityReading s : cost.sensitivities()) {
      figures.add(tornado(s, "tornado-" + (figures.size() + 1)));
    }
    return figures;
  }

  private static Figure tornado(SensitivityReading s, String name) {
    TornadoFigure figure =
        new TornadoFigure(name, "times better than " + s.rival(), s.advantage())
            .level(1)
            .level(CLAIM_LOW)
            .level(CLAIM_HIGH);
    for (SwingReading w : s.swings()) {
      if (w.advantageAtLow() != w.advantageAtHigh()) {
        figure.add(w.parameter(), w.advantageAtLow(), w.advantageAtHigh(), w.movesTheVerdict());
      }
    }
    return figure.draw(
        "Advantage by "
            + s.reading()
            + ", "
            + s.scope()
            + ", over the conventional generator that is hardest to beat ("
            + s.rival()
            + "), with one parameter at a time at the low (blue) and high (orange) end of its"
            + " range. Dashed: 1 and the borders of about 10³. Parameters without effect are left"
            + " out.",
        WIDE);
  }

  private CostPlots() {}
}
