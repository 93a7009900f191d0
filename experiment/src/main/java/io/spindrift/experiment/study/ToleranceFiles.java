package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.SizeScale;
import io.spindrift.experiment.comparison.Threshold;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.ToleranceFigure;
import io.spindrift.experiment.report.StudyPage;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.Table;
import io.spindrift.experiment.study.Tolerance.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a sweep leaves in its folder. */
final class ToleranceFiles {
  /** How many times the software value the worst may be on a linear axis. */
  private static final double FAR = 20;

  static void write(StudyFolder folder, TolerancePlan plan, Tolerance found) {
    folder.directory().document("tolerance.json", found);
    folder.directory().write(table(found, plan.trainToo()));
    Figure figure = figure(plan, found);
    folder.figure(figure);
    folder.directory().text(StudyFolder.REPORT, page(folder, plan, found, figure));
  }

  private static Table table(Tolerance found, boolean trained) {
    Table table =
        Table.named("tolerance")
            .reals("value", column(found, Point::value))
            .reals("fid", column(found, p -> p.fid().value()))
            .reals("fid_low", column(found, p -> p.fid().low()))
            .reals("fid_high", column(found, p -> p.fid().high()));
    return trained
        ? table
            .reals("trained_fid", column(found, p -> trained(p).value()))
            .reals("trained_fid_low", column(found, p -> trained(p).low()))
            .reals("trained_fid_high", column(found, p -> trained(p).high()))
        : table;
  }

  private static Estimate trained(Point point) {
    return Objects.requireNonNull(point.trained()).fid();
  }

  private static double[] column(Tolerance found, ToDoubleFunction<Point> value) {
    return found.points().stream().mapToDouble(value).toArray();
  }

  private static Figure figure(TolerancePlan plan, Tolerance found) {
    Axis axis =
        plan.scale() == SizeScale.LINEAR
            ? Axis.linear(plan.knob())
            : Axis.logarithmic(plan.knob(), "");
    ToleranceFigure figure =
        new ToleranceFigure("tolerance", axis, metric(found), column(found, Point::value));
    curve(figure, found, "imperfect noise in sampling", Ink.HARDWARE, Point::fid);
    if (plan.trainToo()) {
      curve(figure, found, "in training too", Ink.SECOND, ToleranceFiles::trained);
    }
    Estimate software = found.software().fid();
    figure.software(software.value(), software.low(), software.high(), found.margin());
    if (found.threshold() instanceof Threshold.Within at) {
      figure.threshold(at.size(), at.near(), at.far());
    }
    return figure.draw(
        "FID against "
            + plan.knob()
            + ", with 95 % intervals from the finite number of images, beside software noise. "
            + found.sentence(),
        680,
        420);
  }

  /** A logarithmic axis where the worst value is far from the best. */
  private static Axis metric(Tolerance found) {
    double worst =
        found.points().stream().mapToDouble(point -> point.fid().value()).max().orElseThrow();
    boolean positive =
        found.software().fid().low() > 0
            && found.points().stream().allMatch(point -> point.fid().low() > 0);
    return positive && worst > FAR * found.software().fid().value()
        ? Axis.logarithmic(Quality.FID, "")
        : Axis.linear(Quality.FID);
  }

  private static void curve(
      ToleranceFigure figure,
      Tolerance found,
      String label,
      Ink ink,
      Function<Point, Estimate> metric) {
    figure.measured(
        label,
        ink,
        column(found, Point::value),
        column(found, p -> metric.apply(p).value()),
        column(found, p -> metric.apply(p).low()),
        column(found, p -> metric.apply(p).high()));
  }

  private static String page(
      StudyFolder folder, TolerancePlan plan, Tolerance found, Figure figure) {
    StudyPage page =
        new StudyPage(
            "How much of " + plan.knob() + " is borne",
            found.images() + "; features of " + found.extractor(),
            plan.command());
    page.banner(found.sentence());
    if (found.trainedSentence() != null) {
      page.banner("With the imperfection in training too: " + found.trainedSentence());
    }
    page.paragraph("The margin is " + found.marginSaid() + ".");
    found.software().warnings().forEach(warning -> page.banner("Take care: " + warning + "."));
    page.figure(figure);
    page.table(
        List.of(plan.knob(), "FID", "interval", "in training too", "interval"),
        found.points().stream().map(ToleranceFiles::row).toList());
    page.heading("Images");
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    picture(pictures, folder, "software", "Software noise");
    for (Point point : found.points()) {
      String value = TolerancePlan.text(point.value());
      picture(pictures, folder, "value-" + value, plan.knob() + " = " + value);
    }
    return page.pictures(pictures).html();
  }

  private static List<String> row(Point point) {
    Estimate fid = point.fid();
    return List.of(
        TolerancePlan.text(point.value()),
        ComparisonFiles.number(fid.value()),
        ComparisonFiles.ends(fid),
        point.trained() == null ? "–" : ComparisonFiles.number(trained(point).value()),
        point.trained() == null ? "–" : ComparisonFiles.ends(trained(point)));
  }

  private static void picture(
      Map<String, byte[]> pictures, StudyFolder folder, String name, String words) {
    RunDirectory.at(folder.directory().file(name))
        .bytes("images/drawn.png")
        .ifPresent(png -> pictures.put(words, png));
  }

  private ToleranceFiles() {}
}
