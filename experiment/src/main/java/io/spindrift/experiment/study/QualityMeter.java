package io.spindrift.experiment.study;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FeatureSums;
import io.spindrift.diffusion.metric.FidMeasurement;
import io.spindrift.diffusion.metric.FidResult;
import io.spindrift.experiment.comparison.Estimate;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.ExtractorChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Map;

/**
 * Measures every set of a study by one feature network against the same held-out images, so that
 * what these share cancels in differences.
 */
final class QualityMeter implements AutoCloseable {
  private static final int BATCH = 256;

  private final Images images;
  private final Progress progress;
  private final FeatureExtractor extractor;
  private final FidMeasurement measurement;
  private final FeatureSums heldOut;

  /** Opens, or first trains, the feature network in the folder of the study. */
  QualityMeter(
      SpindriftConfig config,
      Images images,
      TensorEngine engine,
      RunDirectory directory,
      Progress progress) {
    this.images = images;
    this.progress = progress;
    this.extractor = ExtractorChoice.open(config, images, engine, directory, progress);
    StreamKey key = StreamKey.root(config.seed()).purpose("metric");
    this.measurement = new FidMeasurement(extractor, key, BATCH);
    this.heldOut = measurement.collect(images.heldOut(), progress);
  }

  /** The quality of a set. */
  Quality of(ImageSet drawn) {
    FidResult fid = measurement.between(measurement.collect(drawn, progress), heldOut);
    return new Quality(
        extractor.name(),
        drawn.count(),
        Map.of(Quality.FID, new Estimate(fid.value(), fid.low(), fid.high())),
        fid.warnings());
  }

  /** The quality of real training images, as many as are drawn: the best that can be asked for. */
  Quality floor(int count) {
    int real = Math.min(count, images.training().count());
    return of(new ImageRange(images.training(), 0, real));
  }

  @Override
  public void close() {
    extractor.close();
  }
}
