package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FrechetInterval;
import io.spindrift.diffusion.metric.quality.ImageQuality;
import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.diffusion.metric.quality.QualityMeasurement;
import io.spindrift.diffusion.metric.quality.ReferenceImages;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.Interval;
import io.spindrift.experiment.run.StageReading.MetricReading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fréchet distances and further metrics of the samples of both kinds of noise against held-out
 * images, and the floor: real training images, as many as there are samples, against the same
 * held-out images.
 */
public final class MetricStage implements Stage {
  private static final Set<Metric> METRICS =
      Set.of(Metric.FID, Metric.KID, Metric.PRECISION_RECALL, Metric.ACCURACY);

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
    Recipe recipe = Recipe.of(context.config(), images);
    try (FeatureExtractor extractor =
        ExtractorChoice.open(
            context.config(), images, context.engine(), context.directory(), context.progress())) {
      QualityMeasurement measurement =
          new QualityMeasurement(
              extractor,
              context.bench().key().purpose("metric"),
              METRICS,
              false,
              context.workers());
      ReferenceImages heldOut = measurement.reference(images.heldOut(), null, context.progress());
      Function<ImageSet, ImageQuality> quality =
          set -> measurement.of(set, heldOut, context.progress());
      ImageSet drawn = SampleFile.read(context.directory(), NoiseKind.HARDWARE, recipe);
      int real = Math.min(drawn.count(), images.training().count());
      FidReading reading =
          reading(
              quality.apply(drawn),
              quality.apply(SampleFile.read(context.directory(), NoiseKind.SOFTWARE, recipe)),
              quality.apply(new ImageRange(images.training(), 0, real)));
      return new Result(reading, sentence(reading));
    }
  }

  private static FidReading reading(
      ImageQuality hardware, ImageQuality software, ImageQuality floor) {
    Set<String> notes = new LinkedHashSet<>();
    List.of(hardware, software, floor).forEach(q -> notes.addAll(q.notes()));
    notes.removeIf(note -> note.startsWith("class accuracy needs"));
    return new FidReading(
        hardware.extractor(),
        hardware.features(),
        interval(hardware, hardware.fid()),
        interval(software, software.fid()),
        interval(floor, floor.fid()),
        hardware.reference(),
        FrechetInterval.replicates(hardware.features()),
        FrechetInterval.LEVEL,
        List.copyOf(notes),
        others(hardware, software, floor));
  }

  private static List<MetricReading> others(
      ImageQuality hardware, ImageQuality software, ImageQuality floor) {
    List<MetricReading> others = new ArrayList<>();
    Function<Function<ImageQuality, @Nullable Estimate>, List<Estimate>> values =
        of ->
            List.of(hardware, software, floor).stream()
                .map(of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    add(others, "KID", hardware, values.apply(q -> q.kid() == null ? null : q.kid().complete()));
    add(
        others,
        "precision",
        hardware,
        values.apply(q -> q.precisionRecall() == null ? null : q.precisionRecall().precision()));
    add(
        others,
        "recall",
        hardware,
        values.apply(q -> q.precisionRecall() == null ? null : q.precisionRecall().recall()));
    add(others, "class accuracy", hardware, values.apply(ImageQuality::accuracy));
    return others;
  }

  /** Adds a metric that all three sets have. */
  private static void add(
      List<MetricReading> others, String name, ImageQuality drawn, List<Estimate> values) {
    if (values.size() == 3) {
      others.add(
          new MetricReading(
              name,
              interval(drawn, values.get(0)),
              interval(drawn, values.get(1)),
              interval(drawn, values.get(2))));
    }
  }

  private static Interval interval(ImageQuality of, @Nullable Estimate value) {
    Estimate known = Objects.requireNonNull(value);
    return new Interval(known.value(), known.low(), known.high(), of.samples());
  }

  private static String sentence(FidReading reading) {
    return "FID "
        + words(reading.hardware())
        + " with hardware noise, "
        + words(reading.software())
        + " with software noise, floor "
        + words(reading.floor())
        + " ("
        + reading.extractor()
        + ")";
  }

  private static String words(Interval interval) {
    return String.format(
        Locale.ROOT, "%.4g [%.4g, %.4g]", interval.value(), interval.low(), interval.high());
  }
}
