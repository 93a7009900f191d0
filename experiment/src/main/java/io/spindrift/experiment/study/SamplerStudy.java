package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.study.SamplerTable.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Draws images from one checkpoint with several samplers and numbers of steps: FID against network
 * calls and against time.
 */
public final class SamplerStudy {
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
    SamplerFiles.write(folder, plan, found);
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
                SamplerFiles.MILLIS * point.secondsPerImage()));
    return point;
  }

  /** One batch, untimed: the first one of a sitting pays for what later ones use. */
  private void warm(SpindriftConfig config, Images images, SamplerPlan plan) {
    if (warmed.compareAndSet(false, true)) {
      DrawnSet.warm(tools, config, images, Path.of(plan.checkpoint()));
    }
  }
}
