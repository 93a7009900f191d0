package io.spindrift.experiment.study;

import static io.spindrift.experiment.study.EstimateTable.ends;
import static io.spindrift.experiment.study.EstimateTable.number;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Equivalence;
import io.spindrift.experiment.comparison.SeedPair;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.ForestFigure;
import io.spindrift.experiment.report.StudyPage;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.Table;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.study.Comparison.MetricComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a comparison leaves in its folder. */
final class ComparisonFiles {
  private static final int WIDTH = 680;
  private static final List<String> MEANS =
      List.of("mean over seeds", "difference", "90 % interval", "floor: real images");
  private static final List<String> SEEDS =
      List.of(
          "metric",
          "seed",
          "hardware",
          "interval",
          "software",
          "interval",
          "difference",
          "interval");

  static void write(StudyFolder folder, ComparisonPlan plan, Comparison found) {
    Figure forest = forest(found);
    folder.results(found, table(found), List.of(forest), page(folder, plan, found, forest));
  }

  /** One row for each metric and seed. */
  private static Table table(Comparison found) {
    record Row(String metric, SeedPair pair) {}
    List<Row> rows =
        found.metrics().stream()
            .flatMap(metric -> metric.pairs().stream().map(pair -> new Row(metric.metric(), pair)))
            .toList();
    return EstimateTable.named("comparison", rows)
        .words("metric", Row::metric)
        .wholes("seed", row -> row.pair().seed())
        .estimates("hardware", row -> row.pair().hardware())
        .estimates("software", row -> row.pair().software())
        .estimates("difference", row -> row.pair().sampled())
        .table();
  }

  private static Figure forest(Comparison found) {
    ForestFigure figure =
        new ForestFigure("forest", "difference of FID, hardware minus software", found.margin());
    for (SeedPair pair : found.fid().pairs()) {
      Estimate sampled = pair.sampled();
      figure.add("seed " + pair.seed(), sampled.value(), sampled.low(), sampled.high());
    }
    Estimate mean = found.fid().interval();
    int seeds = found.fid().pairs().size();
    if (seeds > 1) {
      figure.pooled("mean of " + seeds, mean.value(), mean.low(), mean.high());
    }
    return figure.draw(
        "Difference of FID for each seed, with the 95 % interval that comes from the finite number"
            + " of images"
            + (seeds > 1
                ? "; below, the mean with the "
                    + Math.round(100 * (1 - 2 * Equivalence.ALPHA))
                    + " % interval by Student's law over the seeds. Both kinds of noise are"
                    + " equivalent when that interval lies within the margin."
                : "."),
        WIDTH);
  }

  private static StudyPage page(
      StudyFolder folder, ComparisonPlan plan, Comparison found, Figure forest) {
    StudyPage page =
        StudyFolder.page(
            plan, "Hardware and software noise compared", found.images(), found.extractor());
    page.banner(found.sentence());
    page.paragraph("The margin is " + found.marginSaid() + ".");
    found.warnings().forEach(warning -> page.banner("Take care: " + warning + "."));
    page.figure(forest).heading("Every metric");
    page.table(MEANS, means(found, m -> !ofClass(m)));
    page.paragraph(
        "Differences are hardware minus software, with intervals of 90 % as in the verdict; the"
            + " verdict is on FID alone. Nearer to training images is 0.5 without memorisation. The"
            + " floor is real training images, as many as were drawn; a network that was trained on"
            + " them judges their class too well.");
    page.heading("Each seed");
    page.table(SEEDS, rows(found));
    if (found.metrics().stream().anyMatch(ComparisonFiles::ofClass)) {
      page.heading("Each class");
      page.table(MEANS, means(found, ComparisonFiles::ofClass));
    }
    page.heading("Images");
    for (SeedPair pair : found.fid().pairs()) {
      RunDirectory below = RunDirectory.at(folder.directory().file("seed-" + pair.seed()));
      Map<String, byte[]> pictures = new LinkedHashMap<>();
      for (NoiseKind kind : NoiseKind.values()) {
        String words = "Seed " + pair.seed() + ", " + kind.word() + " noise";
        below.bytes("images/" + kind.word() + ".png").ifPresent(png -> pictures.put(words, png));
      }
      folder
          .directory()
          .bytes("images/real.png")
          .ifPresent(png -> pictures.put("Real training images", png));
      page.pictures(pictures);
    }
    return page;
  }

  private static boolean ofClass(MetricComparison metric) {
    return metric.metric().startsWith(Quality.CLASS_FID);
  }

  private static List<List<String>> means(Comparison found, Predicate<MetricComparison> shown) {
    return found.metrics().stream()
        .filter(shown)
        .map(m ->
            List.of(
                m.metric(),
                number(m.meanDifference()),
                ends(m.interval()),
                floor(found, m.metric())))
        .toList();
  }

  private static List<List<String>> rows(Comparison found) {
    List<List<String>> rows = new ArrayList<>();
    for (MetricComparison metric : found.metrics().stream().filter(m -> !ofClass(m)).toList()) {
      Function<SeedPair, List<String>> row =
          p ->
              List.of(
                  metric.metric(),
                  Long.toString(p.seed()),
                  number(p.hardware().value()),
                  ends(p.hardware()),
                  number(p.software().value()),
                  ends(p.software()),
                  number(p.difference()),
                  ends(p.sampled()));
      metric.pairs().stream().map(row).forEach(rows::add);
    }
    return rows;
  }

  private static String floor(Comparison found, String metric) {
    Estimate floor = found.floor().metrics().get(metric);
    return floor == null ? "" : number(floor.value()) + " " + ends(floor);
  }

  private ComparisonFiles() {}
}
