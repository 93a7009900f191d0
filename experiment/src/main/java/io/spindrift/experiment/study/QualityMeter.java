package io.spindrift.experiment.study;

import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.diffusion.metric.quality.QualityMeasurement;
import io.spindrift.diffusion.metric.quality.ReferenceImages;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.ExtractorChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures every set of a study by one feature network against the same held-out images, so that
 * what these share cancels in differences.
 */
final class QualityMeter implements AutoCloseable {
  private final Images images;
  private final Progress progress;
  private final Set<Metric> metrics;
  private final FeatureExtractor extractor;
  private final QualityMeasurement measurement;
  private @Nullable ReferenceImages reference;

  /** Opens, or first trains, the feature network in the folder of the study. */
  QualityMeter(
      SpindriftConfig config,
      Images images,
      StudyTools tools,
      RunDirectory directory,
      Set<Metric> metrics) {
    this.images = images;
    this.progress = tools.progress();
    this.metrics = metrics;
    this.extractor =
        ExtractorChoice.open(config, images, tools.engine(), directory, tools.progress());
    StreamKey key = StreamKey.root(config.seed()).purpose("metric");
    this.measurement = new QualityMeasurement(extractor, key, metrics, false, tools.workers());
  }

  /** The quality of a set. */
  Quality of(ImageSet drawn) {
    return of(drawn, measurement, metrics);
  }

  /**
   * The quality of real training images, as many as are drawn: the best that can be asked for. They
   * are copies of training images by their nature, so memorisation is not sought.
   */
  Quality floor(int count) {
    int real = Math.min(count, images.training().count());
    return of(
        new ImageRange(images.training(), 0, real),
        new QualityMeasurement(
            extractor, measurement.key(), ofFloor(), false, measurement.workers()),
        ofFloor());
  }

  /** A quality of a folder, measured unless it was before, with all metrics and this network. */
  Quality kept(RunDirectory directory, String name, Supplier<ImageSet> drawn) {
    return kept(directory, name, metrics, () -> of(drawn.get()));
  }

  /** The floor of a folder, measured likewise. */
  Quality keptFloor(RunDirectory directory, String name, int count) {
    return kept(directory, name, ofFloor(), () -> floor(count));
  }

  private Quality kept(
      RunDirectory directory, String name, Set<Metric> wanted, Supplier<Quality> measured) {
    Optional<Quality> earlier = directory.document(name, Quality.class);
    if (earlier.isPresent() && earlier.get().answers(wanted, extractor.name())) {
      return earlier.get();
    }
    Quality now = measured.get();
    directory.document(name, now);
    return now;
  }

  private Set<Metric> ofFloor() {
    EnumSet<Metric> some = EnumSet.copyOf(metrics);
    some.remove(Metric.MEMORISATION);
    return some;
  }

  private Quality of(ImageSet drawn, QualityMeasurement by, Set<Metric> asked) {
    if (reference == null) {
      reference = measurement.reference(images.heldOut(), images.training(), progress);
    }
    return Quality.of(by.of(drawn, reference, progress), asked);
  }

  @Override
  public void close() {
    extractor.close();
  }
}
