package io.spindrift.experiment.study;

import static io.spindrift.experiment.study.EstimateTable.ends;
import static io.spindrift.experiment.study.EstimateTable.number;

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

/** What a sweep leaves in its folder. */
final class ToleranceFiles {
  /** How many times the software value the worst may be on a linear axis. */
  private static final double FAR = 20;

  private static final String VALUE = "value";
  private static final String SAMPLED = "fid";
  private static final String TRAINED = "trained_fid";

  static void write(StudyFolder folder, TolerancePlan plan, Tolerance found) {
    Table table = table(found, plan.trainToo());
    Figure figure = figure(plan, found, table);
    folder.results(found, table, List.of(figure), page(folder, plan, found, figure));
  }

  private static Table table(Tolerance found, boolean trained) {
    EstimateTable<Point> table =
        EstimateTable.named("tolerance", found.points())
            .reals(VALUE, Point::value)
            .estimates(SAMPLED, Point::fid);
    return (trained ? table.estimates(TRAINED, ToleranceFiles::trained) : table).table();
  }

  private static Estimate trained(Point point) {
    return Objects.requireNonNull(point.trained()).fid();
  }

  private static Figure figure(TolerancePlan plan, Tolerance found, Table table) {
    Axis axis =
        plan.scale() == SizeScale.LINEAR
            ? Axis.linear(plan.knob())
            : Axis.logarithmic(plan.knob(), "");
    ToleranceFigure figure =
        new ToleranceFigure("tolerance", axis, metric(found), table.numbers(VALUE));
    curve(figure, table, "imperfect noise in sampling", Ink.HARDWARE, SAMPLED);
    if (plan.trainToo()) {
      curve(figure, table, "in training too", Ink.SECOND, TRAINED);
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
      ToleranceFigure figure, Table table, String label, Ink ink, String column) {
    figure.measured(
        label,
        ink,
        table.numbers(VALUE),
        table.numbers(column),
        EstimateTable.lows(table, column),
        EstimateTable.highs(table, column));
  }

  private static StudyPage page(
      StudyFolder folder, TolerancePlan plan, Tolerance found, Figure figure) {
    StudyPage page =
        StudyFolder.page(
            plan, "How much of " + plan.knob() + " is borne", found.images(), found.extractor());
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
    return page.pictures(pictures);
  }

  private static List<String> row(Point point) {
    Estimate fid = point.fid();
    return List.of(
        TolerancePlan.text(point.value()),
        number(fid.value()),
        ends(fid),
        point.trained() == null ? "–" : number(trained(point).value()),
        point.trained() == null ? "–" : ends(trained(point)));
  }

  private static void picture(
      Map<String, byte[]> pictures, StudyFolder folder, String name, String words) {
    RunDirectory.at(folder.directory().file(name))
        .bytes("images/drawn.png")
        .ifPresent(png -> pictures.put(words, png));
  }

  private ToleranceFiles() {}
}
