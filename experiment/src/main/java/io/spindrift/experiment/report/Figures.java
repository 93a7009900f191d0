package io.spindrift.experiment.report;

import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Curve.Style;
import io.spindrift.experiment.plot.DotFigure;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Fonts;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.StageReading.DeviceReading;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.Interval;
import io.spindrift.experiment.run.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The figures of a report, drawn from the tables and numbers of a run. */
final class Figures {
  private static final int WIDE = 860;
  private static final int HALF = 480;

  private final RunFiles run;
  private final Map<String, Figure> drawn = new LinkedHashMap<>();

  Figures(RunFiles run) {
    this.run = run;
  }

  /** Every figure drawn so far. */
  List<Figure> drawn() {
    return List.copyOf(drawn.values());
  }

  Optional<String> switchingCurve() {
    return draw(
        run.table("switching_curve")
            .flatMap(t -> Optional.ofNullable(run.metrics().device()).map(d -> () -> curve(t, d))));
  }

  Optional<String> autocorrelation() {
    return draw(
        run.table("autocorrelation")
            .flatMap(
                t -> Optional.ofNullable(run.metrics().bits()).map(b -> () -> acf(t, b.count()))));
  }

  Optional<String> noiseHistogram() {
    return draw(run.table("noise_histogram").map(t -> () -> histogram(t)));
  }

  Optional<String> schedule() {
    return draw(run.table("schedule").map(t -> () -> process(t)));
  }

  Optional<String> trainingLoss() {
    return draw(run.table("training_loss").map(t -> () -> loss(t)));
  }

  Optional<String> distances() {
    return draw(Optional.ofNullable(run.metrics().fid()).map(f -> () -> forest(f)));
  }

  Optional<String> energyPerBit() {
    return draw(Optional.ofNullable(run.metrics().cost()).map(c -> () -> energies(c)));
  }

  Optional<String> energyWaterfall() {
    return draw(
        Optional.of(run.metrics().ledger())
            .filter(ledger -> !ledger.isEmpty())
            .map(ledger -> () -> CostPlots.waterfall(ledger)));
  }

  Optional<String> areaEnergy() {
    return draw(Optional.ofNullable(run.metrics().cost()).map(c -> () -> CostPlots.scatter(c)));
  }

  /** What moves the verdict, one figure for each reading. */
  List<String> tornados() {
    CostComparison cost = run.metrics().cost();
    return cost == null
        ? List.of()
        : CostPlots.tornados(cost).stream()
            .flatMap(f -> draw(Optional.of(() -> f)).stream())
            .toList();
  }

  private Optional<String> draw(Optional<Supplier<Figure>> figure) {
    if (figure.isEmpty()) {
      return Optional.empty();
    }
    if (Fonts.trouble().isPresent()) {
      return Optional.of("<p class=\"note\">" + Html.text(Fonts.trouble().orElseThrow()) + "</p>");
    }
    Figure done = figure.get().get();
    drawn.put(done.name(), done);
    return Optional.of(Html.figure(done.svg(), done.caption()));
  }

  private static Figure curve(Table table, DeviceReading device) {
    double[] nanoseconds = scaled(table.numbers("pulse_seconds"), 1e9);
    String trials =
        device.trajectories() > 0
            ? " Bands: 95 % Wilson intervals of "
                + Html.whole(device.trajectories())
                + " trajectories a point."
            : " Closed form, no sampling.";
    return new LineFigure(
            "switching-curve",
            Axis.linear("pulse width (ns)"),
            Axis.linear("switching probability").between(0, 1.02))
        .add(branch(table, "from_parallel", "P → AP", Ink.HARDWARE, nanoseconds))
        .add(branch(table, "from_antiparallel", "AP → P", Ink.SECOND, nanoseconds))
        .add(operatingPoint(device.operatingPulseSeconds() * 1e9))
        .markY(0.5, "", Ink.REFERENCE)
        .draw(
            "Switching probability against pulse width at "
                + Html.fixed(device.operatingVoltageVolts(), 2)
                + " V and "
                + Html.number(device.temperatureKelvin())
                + " K, out of each state."
                + trials,
            WIDE,
            330);
  }

  private static Curve branch(Table table, String column, String label, Ink ink, double[] x) {
    return Curve.of(label, ink, Style.POINTS, x, table.numbers(column))
        .band(table.numbers(column + "_low"), table.numbers(column + "_high"));
  }

  private static Curve operatingPoint(double nanoseconds) {
    return Curve.of(
        "operating point",
        Ink.ACCENT,
        Style.DASHED,
        new double[] {nanoseconds, nanoseconds},
        new double[] {0, 1});
  }

  private static Figure acf(Table table, long count) {
    double bound = 1.96 / Math.sqrt(count);
    return new LineFigure(
            "autocorrelation", Axis.linear("lag (bits)"), Axis.linear("autocorrelation"))
        .add(
            Curve.of(
                "", Ink.HARDWARE, Style.STEMS, table.numbers("lag"), table.numbers("correlation")))
        .markY(bound, "", Ink.REFERENCE)
        .markY(-bound, "", Ink.REFERENCE)
        .draw(
            "Autocorrelation of the bits; dashed: ±1.96/√N, which one lag in twenty of fair bits"
                + " exceeds.",
            HALF,
            290);
  }

  private static Figure histogram(Table table) {
    double[] x = table.numbers("center_sigma");
    return new LineFigure(
            "noise-histogram",
            Axis.linear("sample (standard deviations)"),
            Axis.linear("probability density"))
        .add(
            Curve.of(
                "standard normal", Ink.REFERENCE, Style.DASHED, x, table.numbers("normal_density")))
        .add(Curve.of("hardware noise", Ink.HARDWARE, Style.BARS, x, table.numbers("density")))
        .draw("Density of the hardware noise beside the standard normal.", HALF, 290);
  }

  private static Figure process(Table table) {
    double[] x = table.numbers("step");
    return new LineFigure(
            "schedule", Axis.linear("diffusion step"), Axis.linear("amplitude").between(0, 1.02))
        .add(Curve.of("image √ᾱ", Ink.HARDWARE, Style.LINE, x, table.numbers("signal")))
        .add(Curve.of("noise √(1−ᾱ)", Ink.REFERENCE, Style.LINE, x, table.numbers("noise")))
        .draw("Amplitudes of image and noise along the diffusion.", HALF, 290);
  }

  private static Figure loss(Table table) {
    double[] x = table.numbers("step");
    return new LineFigure(
            "training-loss",
            Axis.linear("training step"),
            new Axis("mean squared error of the noise", true, "", null, null))
        .add(Curve.of("hardware noise", Ink.HARDWARE, Style.DASHED, x, table.numbers("hardware")))
        .add(Curve.of("software noise", Ink.SOFTWARE, Style.LINE, x, table.numbers("software")))
        .draw("Training loss of both denoisers, averaged over stretches of steps.", HALF, 290);
  }

  private static Figure forest(FidReading fid) {
    DotFigure figure = new DotFigure("fid", Axis.linear("Fréchet distance to held-out images"));
    dot(figure, "hardware noise", Ink.HARDWARE, fid.hardware());
    dot(figure, "software noise", Ink.SOFTWARE, fid.software());
    dot(figure, "floor: real images", Ink.REFERENCE, fid.floor());
    return figure.draw(
        "Fréchet distance in the features of "
            + fid.extractor()
            + ", with "
            + Html.fixed(100 * fid.confidence(), 0)
            + " % intervals from random half samples.",
        WIDE);
  }

  private static void dot(DotFigure figure, String label, Ink ink, Interval interval) {
    figure.add(label, ink, interval.value(), interval.low(), interval.high());
  }

  private static Figure energies(CostComparison cost) {
    List<TechnologyReading> rivals =
        Stream.concat(cost.generators().stream(), cost.technologies().stream())
            .filter(t -> t.joulesPerBit() != null)
            .sorted(Comparator.comparingDouble(t -> Objects.requireNonNull(t.joulesPerBit())))
            .toList();
    double[] joules =
        rivals.stream().mapToDouble(t -> Objects.requireNonNull(t.joulesPerBit())).toArray();
    double low = Arrays.stream(joules).min().orElse(1e-15);
    double high = Arrays.stream(joules).max().orElse(1e-9);
    DotFigure figure =
        new DotFigure(
            "energy-per-bit",
            Axis.logarithmic("energy per random bit", "J").between(low / 3, high * 3));
    rivals.forEach(
        t -> figure.add(t.name(), ink(cost, t), Objects.requireNonNull(t.joulesPerBit())));
    return figure.draw(
        "Energy per random bit of this run (red) beside published generators; grey: measured"
            + " silicon, blue: magnetic devices, models and estimates.",
        WIDE);
  }

  private static Ink ink(CostComparison cost, TechnologyReading technology) {
    if (cost.generators().contains(technology)) {
      return Ink.ACCENT;
    }
    return technology.kind().contains("silicon") ? Ink.REFERENCE : Ink.HARDWARE;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }
}
