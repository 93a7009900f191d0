package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.experiment.comparison.Sweep;
import io.spindrift.experiment.comparison.Threshold;
import io.spindrift.experiment.comparison.ThresholdEstimate;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.StageReading.ArmReading;
import io.spindrift.experiment.stage.Arms;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.SampleFile;
import io.spindrift.experiment.study.Tolerance.Point;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Draws images with imperfect noise at each value of one setting, and finds the value at which FID
 * exceeds that of software noise by a margin.
 *
 * @param tools what it works with
 */
public record ToleranceStudy(StudyTools tools) {
  private static final String QUALITY = "quality.json";
  private static final String READING = "training.json";

  /** Runs a study, or what is left of it, and writes its results. */
  public Tolerance run(StudyFolder folder) {
    TolerancePlan plan = folder.plan(TolerancePlan.WORD, TolerancePlan.class);
    SpindriftConfig config = folder.config();
    Images images = Images.open(config.images(), config.seed());
    Recipe.of(config, images).prepared(tools.workers(), tools.progress());
    Tolerance found;
    try (QualityMeter meter =
        new QualityMeter(config, images, tools, folder.directory(), Set.of(Metric.FID))) {
      Path checkpoint = checkpoint(folder, plan, config, images);
      Quality software =
          drawn(folder, "software", config, NoiseKind.SOFTWARE, checkpoint, images, meter);
      tools.told().accept("software noise: " + fid(software));
      List<Point> points = new ArrayList<>();
      for (double value : plan.values()) {
        points.add(point(folder, plan, value, checkpoint, images, meter));
      }
      found = result(plan, config, images, software, points);
    }
    ToleranceFiles.write(folder, plan, found);
    return found;
  }

  /** The denoiser that was given, or one trained with software noise. */
  private Path checkpoint(
      StudyFolder folder, TolerancePlan plan, SpindriftConfig config, Images images) {
    if (plan.checkpoint() != null) {
      return Path.of(plan.checkpoint());
    }
    RunDirectory directory = folder.below("trained-software", config);
    train(directory, config, NoiseKind.SOFTWARE, images);
    return directory.file("checkpoint-software.safetensors");
  }

  private void train(
      RunDirectory directory, SpindriftConfig config, NoiseKind kind, Images images) {
    StudyFolder.kept(
        directory,
        READING,
        ArmReading.class,
        () ->
            Objects.requireNonNull(
                    Arms.run(
                            kind == NoiseKind.HARDWARE
                                ? tools.withJunction(config, directory, images)
                                : tools.context(config, directory, images),
                            Recipe.of(config, images),
                            List.of(kind))
                        .get(kind))
                .reading());
  }

  private Point point(
      StudyFolder folder,
      TolerancePlan plan,
      double value,
      Path checkpoint,
      Images images,
      QualityMeter meter) {
    tools.progress().checkStopped();
    SpindriftConfig config = folder.config(plan.setting(value));
    String name = TolerancePlan.text(value);
    Quality sampled =
        drawn(folder, "value-" + name, config, NoiseKind.HARDWARE, checkpoint, images, meter);
    tools.told().accept(plan.setting(value) + ": " + fid(sampled));
    Quality trained = null;
    if (plan.trainToo()) {
      SpindriftConfig both = folder.config(plan.trainedSettings(value).toArray(String[]::new));
      trained = trained(folder.below("trained-" + name, both), both, images, meter);
      tools.told().accept(plan.setting(value) + ", in training too: " + fid(trained));
    }
    return new Point(value, sampled, trained);
  }

  private Quality drawn(
      StudyFolder folder,
      String name,
      SpindriftConfig config,
      NoiseKind kind,
      Path checkpoint,
      Images images,
      QualityMeter meter) {
    RunDirectory directory = folder.below(name, config);
    return StudyFolder.kept(
        directory,
        QUALITY,
        Quality.class,
        () -> meter.of(DrawnSet.of(tools, config, images, kind, checkpoint, directory).images()));
  }

  private Quality trained(
      RunDirectory directory, SpindriftConfig config, Images images, QualityMeter meter) {
    train(directory, config, NoiseKind.HARDWARE, images);
    return StudyFolder.kept(
        directory,
        QUALITY,
        Quality.class,
        () -> meter.of(SampleFile.read(directory, NoiseKind.HARDWARE, Recipe.of(config, images))));
  }

  private static String fid(Quality quality) {
    return String.format(
        Locale.ROOT,
        "FID %.4g [%.4g, %.4g]",
        quality.fid().value(),
        quality.fid().low(),
        quality.fid().high());
  }

  private static Tolerance result(
      TolerancePlan plan,
      SpindriftConfig config,
      Images images,
      Quality software,
      List<Point> points) {
    double margin = plan.margin().about(software.fid().value());
    Function<Function<Point, Quality>, Threshold> threshold =
        quality ->
            ThresholdEstimate.of(StreamKey.root(config.seed()))
                .of(
                    new Sweep(
                        points.stream()
                            .map(p -> new Sweep.Point(p.value(), quality.apply(p).fid()))
                            .toList(),
                        software.fid(),
                        margin,
                        plan.scale()));
    Threshold sampled = threshold.apply(Point::sampled);
    @Nullable Threshold trained =
        plan.trainToo() ? threshold.apply(p -> Objects.requireNonNull(p.trained())) : null;
    return new Tolerance(
        images.sentence(),
        software.extractor(),
        plan.knob(),
        software,
        margin,
        plan.margin().toString(),
        points,
        sampled,
        sampled.sentence(plan.knob()),
        trained,
        trained == null ? null : trained.sentence(plan.knob()));
  }
}
