package io.spindrift.experiment.study;

import static io.spindrift.experiment.study.EstimateTable.ends;
import static io.spindrift.experiment.study.EstimateTable.number;

import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.SamplerFigure;
import io.spindrift.experiment.report.StudyPage;
import io.spindrift.experiment.run.Table;
import io.spindrift.experiment.study.SamplerTable.Point;
import java.util.Arrays;
import java.util.List;

/** What a study of samplers leaves in its folder. */
final class SamplerFiles {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 400;
  static final double MILLIS = 1e3;
  private static final String CALLS = "calls";
  private static final String SECONDS = "seconds_per_image";
  private static final String DISTANCE = "fid";

  static void write(StudyFolder folder, SamplerPlan plan, SamplerTable found) {
    SamplerFigure figure = new SamplerFigure(Quality.FID);
    for (String sampler : plan.samplers()) {
      Table table =
          table(found.points().stream().filter(p -> p.sampler().equals(sampler)).toList());
      figure.add(
          sampler,
          table.numbers(CALLS),
          Arrays.stream(table.numbers(SECONDS)).map(seconds -> MILLIS * seconds).toArray(),
          table.numbers(DISTANCE),
          EstimateTable.lows(table, DISTANCE),
          EstimateTable.highs(table, DISTANCE));
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
    StudyPage page =
        StudyFolder.page(plan, "Samplers compared", found.images(), found.extractor())
            .figure(calls)
            .figure(time)
            .table(
                List.of("sampler", "steps", "calls", "ms an image", "FID", "interval"),
                found.points().stream().map(SamplerFiles::row).toList());
    folder.results(found, table(found.points()), List.of(calls, time), page);
  }

  private static Table table(List<Point> points) {
    return EstimateTable.named("samplers", points)
        .words("sampler", Point::sampler)
        .wholes("steps", Point::steps)
        .wholes(CALLS, Point::calls)
        .reals(SECONDS, Point::secondsPerImage)
        .estimates(DISTANCE, point -> point.quality().fid())
        .table();
  }

  private static List<String> row(Point point) {
    return List.of(
        point.sampler(),
        Integer.toString(point.steps()),
        Long.toString(point.calls()),
        number(MILLIS * point.secondsPerImage()),
        number(point.quality().fid().value()),
        ends(point.quality().fid()));
  }

  private SamplerFiles() {}
}
