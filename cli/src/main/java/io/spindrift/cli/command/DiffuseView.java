package io.spindrift.cli.command;

import io.spindrift.diffusion.image.PngGrid;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.ImageStripFigure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.NpyHeader;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Diffused images as JSON, as tables, as figures and as files.
 *
 * @param result what diffused
 * @param settings how, in words, for captions
 */
record DiffuseView(DiffuseResult result, String settings) {
  /** Family-wise probability that a correct device fails the check. */
  static final double FALSE_ALARM = 1e-6;

  private static final double FAIR_IN_VIEW = 0.56;
  private static final int SHOWN = 5;
  private static final int ACROSS = 8;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final Ink[] INKS = {Ink.HARDWARE, Ink.SECOND, Ink.ACCENT};

  /** Whether the marginals fit and, where there is one, the certificate of the end passes. */
  boolean passes() {
    return marginalsPass() && result.end().map(DiffuseEnd::passes).orElse(true);
  }

  private boolean marginalsPass() {
    return result.familyPValue() >= FALSE_ALARM;
  }

  Map<String, Object> document() {
    return JsonOutput.object(
        "process", result.process().toString(),
        "source", result.source(),
        "settings", settings,
        "images", result.images(),
        "frames", result.memory().keySet(),
        "check",
            JsonOutput.object(
                "passes", marginalsPass(),
                "familyPValue", result.familyPValue(),
                "falseAlarm", FALSE_ALARM),
        "counts", result.counts(),
        "end", result.end().map(DiffuseEnd::document).orElse(null),
        "steps", result.steps().stream().map(this::fields).toList());
  }

  private Map<String, Object> fields(DiffuseStep step) {
    boolean bits = bits();
    return JsonOutput.object(
        "step",
        step.step(),
        "part",
        step.part(),
        bits ? "predictedFlipShare" : "predictedVariance",
        step.predicted(),
        bits ? "flipShare" : "variance",
        step.measured(),
        bits ? "predictedOnesShare" : "predictedMean",
        step.predictedOnes(),
        bits ? "onesShare" : "mean",
        step.ones(),
        "chiSquare",
        step.chiSquare().value(),
        "freedom",
        step.chiSquare().freedom(),
        "pValue",
        step.pValue(),
        "exactPValue",
        step.exactPValue(),
        "correlation",
        known(step.correlation()),
        "actions",
        step.actions(),
        "joules",
        step.joules().isPresent() ? step.joules().getAsDouble() : null);
  }

  private boolean bits() {
    return result.process() == DiffuseProcess.BITS;
  }

  Table table() {
    boolean bits = bits();
    return Table.named("diffuse_steps")
        .wholes("step", result.steps().stream().mapToLong(DiffuseStep::step).toArray())
        .words("part", result.steps().stream().map(DiffuseStep::part).toArray(String[]::new))
        .reals(bits ? "predictedFlipShare" : "predictedVariance", numbers(DiffuseStep::predicted))
        .reals(bits ? "flipShare" : "variance", numbers(DiffuseStep::measured))
        .reals("chiSquare", numbers(step -> step.chiSquare().value()))
        .wholes(
            "freedom", result.steps().stream().mapToLong(s -> s.chiSquare().freedom()).toArray())
        .reals("pValue", numbers(DiffuseStep::pValue))
        .reals("exactPValue", numbers(DiffuseStep::exactPValue))
        .reals(bits ? "predictedOnesShare" : "predictedMean", numbers(DiffuseStep::predictedOnes))
        .reals(bits ? "onesShare" : "mean", numbers(DiffuseStep::ones))
        .reals("correlation", numbers(DiffuseStep::correlation))
        .wholes("actions", result.steps().stream().mapToLong(DiffuseStep::actions).toArray())
        .reals("joules", numbers(step -> step.joules().orElse(Double.NaN)));
  }

  Table counts() {
    return Table.named("diffuse_actions")
        .words("action", result.counts().keySet().toArray(String[]::new))
        .wholes("count", result.counts().values().stream().mapToLong(Long::longValue).toArray());
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(List.of(strip(), marginals()));
    if (bits()) {
      figures.add(ones());
    }
    return figures;
  }

  private Figure strip() {
    ImageStripFigure strip = new ImageStripFigure("diffuse_strip", result.shape());
    int shown = Math.min(SHOWN, result.images());
    rows(strip, "memory", result.memory(), shown);
    rows(strip, "software", result.software(), shown);
    return strip.draw(
        ("The first %d images at each step: in memory above (%s), below the same images by the"
                + " software process, drawn directly at each step.")
            .formatted(shown, settings),
        "step",
        result.memory().keySet().stream().map(String::valueOf).toList(),
        Math.clamp(640 / result.memory().size(), 28, 84));
  }

  private void rows(
      ImageStripFigure strip, String label, SortedMap<Integer, byte[]> frames, int shown) {
    for (int image = 0; image < shown; image++) {
      int index = image;
      strip.row(
          label + " " + (image + 1),
          frames.values().stream().map(frame -> result.image(frame, index)).toList());
    }
  }

  private Figure marginals() {
    String quantity =
        bits() ? "share of bits that have flipped" : "standard deviation of the noise (levels)";
    ToDoubleFunction<Double> scale = bits() ? Double::doubleValue : Math::sqrt;
    LineFigure figure =
        new LineFigure(
            "diffuse_marginals",
            Axis.linear("step"),
            bits() ? Axis.linear(quantity) : Axis.powersOfTen(quantity));
    addCurves(
        figure,
        step -> scale.applyAsDouble(step.measured()),
        step -> scale.applyAsDouble(step.predicted()));
    return figure.draw(
        "Marginals of the process in memory against its exact law, %d images (%s)."
            .formatted(result.images(), settings),
        WIDTH,
        HEIGHT);
  }

  private Figure ones() {
    double highest = result.steps().stream().mapToDouble(DiffuseStep::ones).max().orElse(0);
    LineFigure figure =
        new LineFigure(
                "diffuse_ones",
                Axis.linear("step"),
                Axis.linear("share of ones").between(0, Math.max(FAIR_IN_VIEW, highest + 0.02)))
            .markY(0.5, "fair", Ink.REFERENCE);
    addCurves(figure, DiffuseStep::ones, DiffuseStep::predictedOnes);
    return figure.draw(
        "Share of ones of the planes against the step, %d images (%s)."
            .formatted(result.images(), settings),
        WIDTH,
        HEIGHT);
  }

  /** Adds what was counted of each part as dots and its exact law as a line. */
  private void addCurves(
      LineFigure figure, ToDoubleFunction<DiffuseStep> found, ToDoubleFunction<DiffuseStep> law) {
    List<String> parts = parts();
    for (int i = 0; i < parts.size(); i++) {
      List<DiffuseStep> steps = of(parts.get(i));
      double[] at = steps.stream().mapToDouble(DiffuseStep::step).toArray();
      figure
          .add(
              Curve.of(
                  parts.get(i) + ", counted",
                  INKS[i],
                  Curve.Style.DOTS,
                  at,
                  steps.stream().mapToDouble(found).toArray()))
          .add(
              Curve.of(
                  parts.get(i) + ", exact law",
                  INKS[i],
                  Curve.Style.LINE,
                  at,
                  steps.stream().mapToDouble(law).toArray()));
    }
  }

  /** The pixels, or the first, the middle and the last plane, each after the start. */
  private List<String> parts() {
    List<String> parts = result.steps().stream().map(DiffuseStep::part).distinct().toList();
    int last = parts.size() - 1;
    return IntStream.of(0, last / 2, last).distinct().mapToObj(parts::get).toList();
  }

  private List<DiffuseStep> of(String part) {
    return result.steps().stream()
        .filter(step -> step.step() > 0 && step.part().equals(part))
        .toList();
  }

  /** Writes each frame as a grid of pictures and as bytes, both processes. */
  List<Path> frames(Path folder) {
    List<Path> written = new ArrayList<>();
    PngGrid grid = new PngGrid(ACROSS, Math.max(1, 56 / result.shape().width()));
    result
        .memory()
        .forEach((step, frame) -> {
          Path png = folder.resolve("frame-%05d.png".formatted(step));
          grid.write(png, result.shape(), frame);
          written.add(png);
        });
    written.add(npy(folder.resolve("frames.npy"), result.memory().values()));
    written.add(npy(folder.resolve("frames-software.npy"), result.software().values()));
    return written;
  }

  /** [frame, image, channel, height, width] as bytes. */
  private Path npy(Path file, Collection<byte[]> frames) {
    List<Long> shape =
        List.of(
            (long) frames.size(),
            (long) result.images(),
            (long) result.shape().channels(),
            (long) result.shape().height(),
            (long) result.shape().width());
    byte[] header = new NpyHeader("u1", ByteOrder.LITTLE_ENDIAN, shape).bytes();
    int each = result.memory().firstEntry().getValue().length;
    byte[] all = new byte[Math.addExact(header.length, Math.multiplyExact(each, frames.size()))];
    System.arraycopy(header, 0, all, 0, header.length);
    int at = header.length;
    for (byte[] frame : frames) {
      System.arraycopy(frame, 0, all, at, each);
      at += each;
    }
    AtomicFile.writeBytes(file, all);
    return file;
  }

  void print(Session session) {
    session.print("%s; %s", result.source(), settings);
    new DiffuseText(result).print(session);
    session.print(
        "check of all %d marginals: family-wise p-value %.3g, %s (a correct device fails one run in"
            + " a million)",
        result.steps().stream().filter(step -> step.step() > 0).count(),
        result.familyPValue(),
        marginalsPass() ? "passed" : "FAILED");
    result.end().ifPresent(end -> end.print(session));
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private double[] numbers(ToDoubleFunction<DiffuseStep> component) {
    return result.steps().stream().mapToDouble(component).toArray();
  }
}
