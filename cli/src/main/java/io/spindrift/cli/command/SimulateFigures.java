package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.HeatFigure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.stage.StoredPattern;
import io.spindrift.experiment.stage.WriteErrorCurves;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.circuit.ReadMargins;
import io.spindrift.memory.circuit.ReadPath;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures of a trial: map of the array, read margins, write error against pulse width. */
final class SimulateFigures {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;
  private static final int MOST_BINS = 64;
  private static final int MOST_MARKS = 200;
  private static final int PLACES = 200;
  private static final int MARGIN_BINS = 30;
  private static final double LEAST_ERROR = 1e-7;

  static List<Figure> of(SimulateView view, ReadPath path, StoredPattern stored) {
    return List.of(map(view, stored), margins(view, path), writeError(view));
  }

  private static Figure map(SimulateView view, StoredPattern stored) {
    CellArray array = view.array();
    int rows = array.shape().rows();
    int columns = array.shape().columns();
    int tall = Math.ceilDiv(rows, MOST_BINS);
    int wide = Math.ceilDiv(columns, MOST_BINS);
    double[] x = centres(columns, wide);
    double[] y = centres(rows, tall);
    double[][] share = new double[y.length][x.length];
    HeatFigure figure = new HeatFigure("array-map", Axis.linear("column"), Axis.linear("row"));
    long[] words = new long[array.shape().rowWords()];
    long[] data = new long[words.length];
    List<int[]> wrong = new ArrayList<>();
    long all = 0;
    int every = 1;
    for (int row = 0; row < rows; row++) {
      array.copyRow(row, words, 0);
      stored.fill(row, data);
      for (int column = 0; column < columns; column++) {
        share[row / tall][column / wide] += words[column / 64] >>> (column % 64) & 1;
      }
      for (int i = 0; i < words.length; i++) {
        for (long left = words[i] ^ data[i]; left != 0; left &= left - 1) {
          if (all++ % every == 0) {
            wrong.add(new int[] {64 * i + Long.numberOfTrailingZeros(left), row});
          }
        }
      }
      // Keep every 2nd, 4th, 8th ... of the wrong cells, so that the marked ones spread evenly.
      while (wrong.size() > 2 * MOST_MARKS) {
        List<int[]> kept = new ArrayList<>();
        for (int i = 0; i < wrong.size(); i += 2) {
          kept.add(wrong.get(i));
        }
        wrong = kept;
        every *= 2;
      }
    }
    wrong.forEach(cell -> figure.mark(cell[0], cell[1]));
    for (int i = 0; i < y.length; i++) {
      int height = Math.min(tall, rows - i * tall);
      for (int j = 0; j < x.length; j++) {
        share[i][j] /= (double) height * Math.min(wide, columns - j * wide);
      }
    }
    return figure
        .over(x, y, share)
        .scale("share of cells in AP", 0, 1)
        .draw(
            "State of the %d x %d cells after writing and reading the pattern %s; rings mark %s of the"
                    .formatted(
                        rows,
                        columns,
                        view.pattern(),
                        every == 1 ? "each" : "one in %d".formatted(every))
                + " %d wrong cells.".formatted(all),
            WIDTH,
            WIDTH - 120);
  }

  private static double[] centres(int cells, int bin) {
    double[] centres = new double[Math.ceilDiv(cells, bin)];
    Arrays.setAll(centres, i -> i * bin + (bin - 1) / 2.0);
    return centres;
  }

  private static Figure margins(SimulateView view, ReadPath path) {
    ReadMargins margins = ReadMargins.of(path, view.spec().array().rows() - 1);
    double sigma = Math.hypot(margins.offsetVolts(), margins.noiseVolts());
    double low = least(margins) - 4 * sigma;
    double high = -least(mirrored(margins)) + 4 * sigma;
    double[] x = new double[PLACES];
    Arrays.setAll(x, i -> (low + (high - low) * i / (PLACES - 1)) * 1e3);
    double[] parallel = density(x, margins.parallelVolts(), sigma);
    double[] antiparallel = density(x, margins.antiparallelVolts(), sigma);
    Curve bars = bars("P", Ink.HARDWARE, margins.parallelVolts());
    Curve otherBars = bars("AP", Ink.SOFTWARE, margins.antiparallelVolts());
    double top =
        1.08
            * Math.max(
                Math.max(max(parallel), max(antiparallel)),
                Math.max(max(bars.y()), max(otherBars.y())));
    return new LineFigure(
            "read-margin",
            Axis.linear("margin (mV)"),
            Axis.linear("density (1/mV)").between(0, top))
        .add(Curve.of("P with offset and noise", Ink.SECOND, Curve.Style.LINE, x, parallel))
        .add(Curve.of("AP with offset and noise", Ink.ACCENT, Curve.Style.LINE, x, antiparallel))
        .add(
            Curve.of(
                "decision",
                Ink.REFERENCE,
                Curve.Style.DASHED,
                new double[] {0, 0},
                new double[] {0, top}))
        .add(bars)
        .add(otherBars)
        .draw(
            "Bars: read margins of the %d kinds of cells in the last row. Lines: the same with the"
                    .formatted(path.kinds())
                + " amplifiers' offset (%s) and noise (%s); what is on the wrong side of the"
                    .formatted(
                        Quantity.print(margins.offsetVolts(), Dimension.VOLTAGE),
                        Quantity.print(margins.noiseVolts(), Dimension.VOLTAGE))
                + " decision is read wrongly.",
            WIDTH,
            HEIGHT);
  }

  /** Density of the margins themselves, per millivolt. */
  private static Curve bars(String state, Ink ink, double[] volts) {
    double low = Arrays.stream(volts).min().orElseThrow() * 1e3;
    double high = max(volts) * 1e3;
    double width = high > low ? (high - low) / MARGIN_BINS : 1;
    double[] x = new double[MARGIN_BINS];
    double[] y = new double[MARGIN_BINS];
    Arrays.setAll(x, i -> low + (i + 0.5) * width);
    for (double v : volts) {
      int bin = (int) Math.min(MARGIN_BINS - 1, (v * 1e3 - low) / width);
      y[bin] += 1 / (volts.length * width);
    }
    return Curve.of("cells in " + state, ink, Curve.Style.BARS, x, y);
  }

  private static double least(ReadMargins margins) {
    return Math.min(
        Arrays.stream(margins.parallelVolts()).min().orElseThrow(),
        Arrays.stream(margins.antiparallelVolts()).min().orElseThrow());
  }

  private static ReadMargins mirrored(ReadMargins margins) {
    return new ReadMargins(
        margins.row(),
        Arrays.stream(margins.parallelVolts()).map(v -> -v).toArray(),
        Arrays.stream(margins.antiparallelVolts()).map(v -> -v).toArray(),
        margins.offsetVolts(),
        margins.noiseVolts());
  }

  /** Mean over the kinds of normal laws about their margins, per millivolt. */
  private static double[] density(double[] millivolts, double[] margins, double sigma) {
    double[] density = new double[millivolts.length];
    for (int i = 0; i < density.length; i++) {
      for (double margin : margins) {
        double z = (millivolts[i] * 1e-3 - margin) / sigma;
        density[i] += Math.exp(-0.5 * z * z);
      }
      density[i] /= margins.length * Math.sqrt(2 * Math.PI) * sigma * 1e3;
    }
    return density;
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static Figure writeError(SimulateView view) {
    LineFigure figure =
        new LineFigure(
            "write-error",
            Axis.linear("pulse width (ns)"),
            Axis.powersOfTen("write error").between(bottom(view), 2));
    List<Double> kelvins =
        view.curve().stream().map(WriteErrorCurves.Point::temperatureKelvin).distinct().toList();
    List<Ink> inks = List.of(Ink.HARDWARE, Ink.SOFTWARE, Ink.SECOND, Ink.ACCENT, Ink.REFERENCE);
    for (int k = 0; k < kelvins.size(); k++) {
      double kelvin = kelvins.get(k);
      // Dashes first, so that they lie above the line where both agree.
      for (MagneticState from : List.of(MagneticState.ANTIPARALLEL, MagneticState.PARALLEL)) {
        List<WriteErrorCurves.Point> side =
            view.curve().stream()
                .filter(p -> p.temperatureKelvin() == kelvin && p.from() == from)
                .toList();
        boolean parallel = from == MagneticState.PARALLEL;
        Ink ink = inks.get((kelvins.size() > 1 || parallel ? k : 1) % inks.size());
        List<WriteErrorCurves.Point> seen =
            side.stream().filter(p -> p.error().wrong() > 0).toList();
        figure.add(
            Curve.of("", ink, Curve.Style.DOTS, nanoseconds(seen), shares(seen))
                .band(
                    seen.stream()
                        .mapToDouble(p -> Math.max(LEAST_ERROR, p.error().interval().low()))
                        .toArray(),
                    seen.stream().mapToDouble(p -> p.error().interval().high()).toArray()));
        figure.add(
            Curve.of(
                from.symbol() + ", " + Quantity.print(kelvin, Dimension.TEMPERATURE),
                ink,
                parallel ? Curve.Style.LINE : Curve.Style.DASHED,
                nanoseconds(side),
                side.stream()
                    .mapToDouble(p -> Math.max(LEAST_ERROR, p.error().predicted()))
                    .toArray()));
      }
    }
    return figure.draw(
        "Write error of %s at %s against pulse width; lines are the nominal device, dots counts in"
                .formatted(
                    view.write().name(),
                    Quantity.print(view.write().operatingPoint().voltageVolts(), Dimension.VOLTAGE))
            + " 65536 cells of an array with their 95 % interval.",
        WIDTH,
        HEIGHT);
  }

  private static double bottom(SimulateView view) {
    double least =
        view.curve().stream()
            .mapToDouble(p -> Math.max(p.error().predicted(), LEAST_ERROR))
            .min()
            .orElse(LEAST_ERROR);
    return Math.max(LEAST_ERROR, Math.pow(10, Math.floor(Math.log10(least)) - 1));
  }

  private static double[] nanoseconds(List<WriteErrorCurves.Point> points) {
    return points.stream().mapToDouble(p -> p.pulseSeconds() * 1e9).toArray();
  }

  private static double[] shares(List<WriteErrorCurves.Point> points) {
    return points.stream().mapToDouble(p -> p.error().share()).toArray();
  }

  private SimulateFigures() {}
}
