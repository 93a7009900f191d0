package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.WaveformEnergy;
import io.spindrift.device.trajectory.Start;
import io.spindrift.device.trajectory.Trajectory;
import io.spindrift.device.trajectory.Trajectory.Sample;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Curve.Style;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.plot.StackedFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Recorded trajectories as JSON, table and figure. */
final class TrajectoryView {
  private static final int MOST_POINTS = 4000;
  private static final double NANO = 1e9;

  /** One trajectory as JSON. */
  static Map<String, Object> document(Start start, Trajectory trajectory) {
    WaveformEnergy energy = trajectory.energy();
    List<Sample> samples = trajectory.samples();
    return JsonOutput.object(
        "from", start.state().shortName(),
        "switched", switched(start, trajectory),
        "junctionJoules", energy.junctionJoules(),
        "seriesJoules", energy.seriesJoules(),
        "sourceJoules", energy.sourceJoules(),
        "chargingJoules", energy.chargingJoules(),
        "seconds", column(samples, Sample::seconds),
        "sourceVolts", column(samples, Sample::sourceVolts),
        "junctionVolts", column(samples, Sample::junctionVolts),
        "mx", column(samples, Sample::mx),
        "my", column(samples, Sample::my),
        "mz", column(samples, Sample::mz),
        "conductanceSiemens", column(samples, Sample::siemens),
        "currentAmperes", column(samples, Sample::currentAmperes),
        "temperatureKelvin", column(samples, Sample::temperatureKelvin),
        "energyJoules", column(samples, Sample::junctionJoules));
  }

  /** Whether the magnetisation ended in the other hemisphere. */
  static boolean switched(Start start, Trajectory trajectory) {
    double mz = trajectory.last().mz();
    return start.state() == MagneticState.PARALLEL ? mz < 0 : mz > 0;
  }

  /** An energy for a table. */
  static String joules(double joules) {
    return Quantity.print(
        Double.parseDouble(String.format(Locale.ROOT, "%.3e", joules)), Dimension.ENERGY);
  }

  /** All samples of all trajectories. */
  static Table table(List<Trajectory> trajectories) {
    List<Sample> samples = trajectories.stream().flatMap(t -> t.samples().stream()).toList();
    long[] number = new long[samples.size()];
    int row = 0;
    for (int i = 0; i < trajectories.size(); i++) {
      int rows = trajectories.get(i).samples().size();
      Arrays.fill(number, row, row + rows, i);
      row += rows;
    }
    return Table.named("trajectory")
        .wholes("trajectory", number)
        .reals("seconds", column(samples, Sample::seconds))
        .reals("source_volts", column(samples, Sample::sourceVolts))
        .reals("junction_volts", column(samples, Sample::junctionVolts))
        .reals("mx", column(samples, Sample::mx))
        .reals("my", column(samples, Sample::my))
        .reals("mz", column(samples, Sample::mz))
        .reals("conductance_siemens", column(samples, Sample::siemens))
        .reals("current_amperes", column(samples, Sample::currentAmperes))
        .reals("temperature_kelvin", column(samples, Sample::temperatureKelvin))
        .reals("energy_joules", column(samples, Sample::junctionJoules))
        .reals("series_energy_joules", column(samples, Sample::seriesJoules));
  }

  /** Components of the magnetisation above, voltages and current below. */
  static Figure figure(String device, Trajectory trajectory) {
    List<Sample> samples = thinned(trajectory.samples());
    double[] time = column(samples, s -> NANO * s.seconds());
    LineFigure moment =
        new LineFigure("moment", Axis.linear(""), Axis.linear("magnetisation").between(-1.05, 1.05))
            .add(Curve.of("mz", Ink.HARDWARE, Style.LINE, time, column(samples, Sample::mz)))
            .add(Curve.of("mx", Ink.SOFTWARE, Style.LINE, time, column(samples, Sample::mx)))
            .add(Curve.of("my", Ink.SECOND, Style.LINE, time, column(samples, Sample::my)));
    double[] source = column(samples, Sample::sourceVolts);
    double[] junction = column(samples, Sample::junctionVolts);
    boolean same = Arrays.equals(source, junction);
    LineFigure voltage =
        new LineFigure("voltage", Axis.linear(""), Axis.linear("voltage (V)"))
            .add(Curve.of("junction voltage", Ink.ACCENT, Style.LINE, time, junction));
    if (!same) {
      voltage.add(Curve.of("source voltage", Ink.REFERENCE, Style.DASHED, time, source));
    }
    LineFigure current =
        new LineFigure("current", Axis.linear(""), Axis.linear("current (uA)"))
            .add(
                Curve.of(
                    "tunnel current",
                    Ink.TEXT,
                    Style.LINE,
                    time,
                    column(samples, s -> 1e6 * s.currentAmperes())));
    String caption = "Magnetisation, voltage and tunnel current of %s.".formatted(device);
    return new StackedFigure("trajectory", Axis.linear("time (ns)"))
        .add(moment, 3)
        .add(voltage, 2)
        .add(current, 2)
        .draw(caption, 720, 520);
  }

  private static List<Sample> thinned(List<Sample> samples) {
    int stride = Math.max(1, Math.ceilDiv(samples.size(), MOST_POINTS));
    return IntStream.range(0, samples.size())
        .filter(i -> i % stride == 0 || i == samples.size() - 1)
        .mapToObj(samples::get)
        .toList();
  }

  private static double[] column(List<Sample> samples, ToDoubleFunction<Sample> reader) {
    return samples.stream().mapToDouble(reader).toArray();
  }

  private TrajectoryView() {}
}
