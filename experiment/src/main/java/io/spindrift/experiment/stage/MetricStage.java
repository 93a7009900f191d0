package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FeatureSums;
import io.spindrift.diffusion.metric.FidMeasurement;
import io.spindrift.diffusion.metric.FidResult;
import io.spindrift.diffusion.metric.FrechetInterval;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.Interval;
import io.spindrift.numerics.progress.Progress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fréchet distances of the samples of both kinds of noise to held-out images, and the floor: real
 * training images, as many as there are samples, against the same held-out images.
 */
public final class MetricStage implements Stage {
  private static final int BATCH = 256;

  /**
   * Refuses early a feature network that could only fail late.
   *
   * @throws io.spindrift.numerics.UnusableInput when it is missing or does not accept the images
   */
  public static void check(SpindriftConfig config, Images images, TensorEngine engine) {
    ExtractorChoice.check(config, images, engine);
  }

  @Override
  public String name() {
    return "metric";
  }

  @Override
  public Result run(StageContext context) {
    Images images = context.bench().images();
    try (FeatureExtractor extractor =
        ExtractorChoice.open(
            context.config(), images, context.engine(), context.directory(), context.progress())) {
      FidMeasurement measurement =
          new FidMeasurement(extractor, context.bench().key().purpose("metric"), BATCH);
      Progress progress = context.progress();
      FeatureSums heldOut = measurement.collect(images.heldOut(), progress);
      ImageSet hardware = SampleFile.read(context.directory(), NoiseKind.HARDWARE);
      ImageSet software = SampleFile.read(context.directory(), NoiseKind.SOFTWARE);
      int real = Math.min(hardware.count(), images.training().count());
      ImageSet training = new ImageRange(images.training(), 0, real);
      FidResult ofHardware = measurement.between(measurement.collect(hardware, progress), heldOut);
      FidResult ofSoftware = measurement.between(measurement.collect(software, progress), heldOut);
      FidResult floor = measurement.between(measurement.collect(training, progress), heldOut);
      FidReading reading =
          new FidReading(
              extractor.name(),
              extractor.features(),
              interval(ofHardware),
              interval(ofSoftware),
              interval(floor),
              images.heldOut().count(),
              FrechetInterval.REPLICATES,
              FrechetInterval.LEVEL,
              warnings(ofHardware, ofSoftware, floor));
      return new Result(
          reading,
          "FID "
              + words(reading.hardware())
              + " with hardware noise, "
              + words(reading.software())
              + " with software noise, floor "
              + words(reading.floor())
              + " ("
              + extractor.name()
              + ")");
    }
  }

  private static Interval interval(FidResult result) {
    return new Interval(result.value(), result.low(), result.high(), (int) result.countA());
  }

  private static List<String> warnings(FidResult... results) {
    Set<String> warnings = new LinkedHashSet<>();
    for (FidResult result : results) {
      warnings.addAll(result.warnings());
    }
    return List.copyOf(warnings);
  }

  private static String words(Interval interval) {
    return String.format(
        Locale.ROOT, "%.4g [%.4g, %.4g]", interval.value(), interval.low(), interval.high());
  }
}
