package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.SamplerFigure;
import io.spindrift.experiment.report.StudyPage;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.Table;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.study.SamplerTable.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;

/**
 * Draws images from one checkpoint with several samplers and numbers of steps: FID against network
 * calls and against time.
 */
public final class SamplerStudy {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 400;
  private static final double MILLIS = 1e3;

  private final StudyTools tools;
  private final AtomicBoolean warmed = new AtomicBoolean();

  /** A study with some tools. */
  public SamplerStudy(StudyTools tools) {
    this.tools = tools;
  }

  /** Runs a study, or what is left of it, and writes its results. */
  public SamplerTable run(StudyFolder folder) {
    SamplerPlan plan = folder.plan(SamplerPlan.WORD, SamplerPlan.class);
    SpindriftConfig config = folder.config();
    Images images = Images.open(config.images(), config.seed());
    SamplerTable found;
    try (QualityMeter meter =
        new QualityMeter(config, images, tools, folder.directory(), Set.of(Metric.FID))) {
      List<Point> points = new ArrayList<>();
      for (String sampler : plan.samplers()) {
        for (int steps : plan.steps()) {
          points.add(point(folder, plan, sampler, steps, images, meter));
        }
      }
      String extractor = points.getFirst().quality().extractor();
      found = new SamplerTable(images.sentence(), extractor, points);
    }
    write(folder, plan, found);
    return found;
  }

  private Point point(
      StudyFolder folder,
      SamplerPlan plan,
      String sampler,
      int steps,
      Images images,
      QualityMeter meter) {
    tools.progress().checkStopped();
    SpindriftConfig config = folder.config(plan.settings(sampler, steps));
    RunDirectory directory = folder.below(sampler + "-" + steps, config);
    Point point =
        StudyFolder.kept(
            directory,
            "point.json",
            Point.class,
            () -> {
              warm(config, images, plan);
              DrawnSet drawing =
                  DrawnSet.of(
                      tools, config, images, plan.noise(), Path.of(plan.checkpoint()), directory);
              return new Point(
                  sampler,
                  steps,
                  drawing.calls(),
                  drawing.secondsPerImage(),
                  meter.of(drawing.images()));
            });
    tools
        .told()
        .accept(
            String.format(
                Locale.ROOT,
                "%s, %d steps: FID %.4g, %.3g ms an image",
                sampler,
                steps,
                point.quality().fid().value(),
                MILLIS * point.secondsPerImage()));
    return point;
  }

  /** One batch, untimed: the first one of a sitting pays for what later ones use. */
  private void warm(SpindriftConfig config, Images images, SamplerPlan plan) {
    if (warmed.compareAndSet(false, true)) {
      DrawnSet.warm(tools, config, images, Path.of(plan.checkpoint()));
    }
  }

  private static void write(StudyFolder folder, SamplerPlan plan, SamplerTable found) {
    folder.directory().document("samplers.json", found);
    folder.directory().write(table(found));
    SamplerFigure figure = new SamplerFigure(Quality.FID);
    for (String sampler : plan.samplers()) {
      List<Point> points =
          found.points().stream().filter(p -> p.sampler().equals(sampler)).toList();
      figure.add(
          sampler,
          column(points, Point::calls),
          column(points, p -> MILLIS * p.secondsPerImage()),
          column(points, p -> p.quality().fid().value()),
          column(points, p -> p.quality().fid().low()),
          column(points, p -> p.quality().fid().high()));
    }
    Figure calls =
        figure.overCalls(
            "samplers_calls",
            "FID against network calls an image, with 95 % intervals from the finite number of"
                + " images.",
            WIDTH,
            HEIGHT);
    Figure time =
        figure.overTime(
            "samplers_time",
            "FID against wall-clock time an image, noise included, on this machine.",
            WIDTH,
            HEIGHT);
    folder.figure(calls);
    folder.figure(time);
    StudyPage page =
        new StudyPage(
            "Samplers compared",
            found.images() + "; features of " + found.extractor(),
            plan.command());
    page.figure(calls).figure(time);
    page.table(
        List.of("sampler", "steps", "calls", "ms an image", "FID", "interval"),
        found.points().stream().map(SamplerStudy::row).toList());
    folder.directory().text(StudyFolder.REPORT, page.html());
  }

  private static Table table(SamplerTable found) {
    List<Point> points = found.points();
    return Table.named("samplers")
        .words("sampler", points.stream().map(Point::sampler).toArray(String[]::new))
        .wholes("steps", points.stream().mapToLong(Point::steps).toArray())
        .wholes("calls", points.stream().mapToLong(Point::calls).toArray())
        .reals("seconds_per_image", column(points, Point::secondsPerImage))
        .reals("fid", column(points, p -> p.quality().fid().value()))
        .reals("fid_low", column(points, p -> p.quality().fid().low()))
        .reals("fid_high", column(points, p -> p.quality().fid().high()));
  }

  private static double[] column(List<Point> points, ToDoubleFunction<Point> value) {
    return points.stream().mapToDouble(value).toArray();
  }

  private static List<String> row(Point point) {
    return List.of(
        point.sampler(),
        Integer.toString(point.steps()),
        Long.toString(point.calls()),
        ComparisonFiles.number(MILLIS * point.secondsPerImage()),
        ComparisonFiles.number(point.quality().fid().value()),
        ComparisonFiles.ends(point.quality().fid()));
  }
}
