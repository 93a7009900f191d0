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
import java.util.Arrays;
import java.util.List;

/** The figures of a trial: map of the array, read margins, write error against pulse width. */
final class SimulateFigures {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;
  private static final int MOST_BINS = 128;
  private static final int MOST_MARKS = 200;
  private static final int PLACES = 400;
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
    int marks = 0;
    for (int row = 0; row < rows; row++) {
      array.copyRow(row, words, 0);
      stored.fill(row, data);
      for (int column = 0; column < columns; column++) {
        long bit = words[column / 64] >>> (column % 64) & 1;
        share[row / tall][column / wide] += bit;
        if (bit != (data[column / 64] >>> (column % 64) & 1) && marks < MOST_MARKS) {
          figure.mark(column, row);
          marks++;
        }
      }
    }
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
            "State of the %d x %d cells after writing and reading the pattern %s; rings mark the"
                    .formatted(rows, columns, view.pattern())
                + (marks == MOST_MARKS ? " first %d".formatted(MOST_MARKS) : "")
                + " cells that are wrong (%d).".formatted(marks),
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
    double top = 1.08 * Math.max(max(parallel), max(antiparallel));
    return new LineFigure(
            "read-margin",
            Axis.linear("margin (mV)"),
            Axis.linear("density (1/mV)").between(0, top))
        .add(Curve.of("cells in P", Ink.HARDWARE, Curve.Style.LINE, x, parallel))
        .add(Curve.of("cells in AP", Ink.SOFTWARE, Curve.Style.LINE, x, antiparallel))
        .add(
            Curve.of(
                "decision",
                Ink.REFERENCE,
                Curve.Style.DASHED,
                new double[] {0, 0},
                new double[] {0, top}))
        .draw(
            "Read margin of the %d kinds of cells in the last row, with offset and noise of the"
                    .formatted(path.kinds())
                + " amplifiers; a cell on the wrong side of the decision is read wrongly.",
            WIDTH,
            HEIGHT);
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
            Axis.powersOfTen("write error").between(LEAST_ERROR, 2));
    List<Double> kelvins =
        view.curve().stream().map(WriteErrorCurves.Point::temperatureKelvin).distinct().toList();
    List<Ink> inks = List.of(Ink.HARDWARE, Ink.SOFTWARE, Ink.SECOND, Ink.ACCENT, Ink.REFERENCE);
    for (int k = 0; k < kelvins.size(); k++) {
      double kelvin = kelvins.get(k);
      for (MagneticState from : MagneticState.values()) {
        List<WriteErrorCurves.Point> side =
            view.curve().stream()
                .filter(p -> p.temperatureKelvin() == kelvin && p.from() == from)
                .toList();
        Ink ink = inks.get(k % inks.size());
        boolean parallel = from == MagneticState.PARALLEL;
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

  private static double[] nanoseconds(List<WriteErrorCurves.Point> points) {
    return points.stream().mapToDouble(p -> p.pulseSeconds() * 1e9).toArray();
  }

  private static double[] shares(List<WriteErrorCurves.Point> points) {
    return points.stream().mapToDouble(p -> p.error().share()).toArray();
  }

  private SimulateFigures() {}
}
