package io.spindrift.cli.command;

import io.spindrift.diffusion.image.FoundImages;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.quality.ImageQuality;
import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.diffusion.metric.quality.QualityMeasurement;
import io.spindrift.diffusion.metric.quality.ReferenceImages;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quality}: every metric of a set of samples against real images. */
@Command(
    name = "quality",
    sortOptions = false,
    header = "FID, KID, precision, recall, class accuracy and memorisation of samples.",
    description = {
      "Sets are given as for fid. Of a REFERENCE folder that holds training and test images the"
          + " test images are compared with and the training images serve the memorisation check."
          + " Classes are the labels of idx and CIFAR-10 files, or one folder of pictures each.",
      "Without --metrics everything is measured that the images allow, and a note says what is left"
          + " out and why; a metric that is named is refused when it cannot be measured.",
      "JSON: extractor, features, samples, reference, seed, and for every metric its values with"
          + " their interval, null when it was not measured; notes."
    })
final class QualityCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "SAMPLES", description = "Images to judge.")
  Path samples = Path.of("");

  @Parameters(index = "1", paramLabel = "REFERENCE", description = "Real images to compare with.")
  Path reference = Path.of("");

  @Mixin ExtractorOptions extractor = new ExtractorOptions();

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = {
        "Some of fid, fid-infinity, kid, pr, accuracy, memorisation, class-fid, such as fid,kid."
      })
  @Nullable String metrics;

  @Option(
      names = "--training",
      paramLabel = "SET",
      description = "Images that the generator was trained on, for the memorisation check.")
  @Nullable Path training;

  @Option(
      names = "--range-samples",
      paramLabel = "FROM:TO",
      description = "Samples to use, such as 0:5000; the default is all.")
  @Nullable String rangeSamples;

  @Option(
      names = "--range-reference",
      paramLabel = "FROM:TO",
      description = "The same for the reference images.")
  @Nullable String rangeReference;

  @Option(
      names = "--range-training",
      paramLabel = "FROM:TO",
      description = "The same for the training images.")
  @Nullable String rangeTraining;

  @Mixin CommonOptions common = new CommonOptions();

  QualityCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Path> data = List.of(samples, reference);
    extractor.require(data);
    Set<Metric> asked = metrics == null ? Metric.all() : Metric.parse(metrics);
    ImageSet judged =
        GivenImages.within(
            ImageSetFinder.recognise(samples).training(), rangeSamples, "--range-samples");
    FoundImages found = ImageSetFinder.recognise(reference);
    ImageSet real =
        GivenImages.within(
            found.heldOutImages().orElse(found.training()), rangeReference, "--range-reference");
    requireOneShape(judged, samples, real);
    ImageSet learnt = training(found, real);
    Progress progress = common.progress(session);
    ImageQuality quality;
    try (FeatureExtractor network =
            extractor.open(data, found::training, session, common, progress);
        Workers workers = new Workers(common.threads())) {
      StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("quality");
      QualityMeasurement measurement =
          new QualityMeasurement(network, key, asked, metrics != null, workers);
      ReferenceImages against = measurement.reference(real, learnt, progress);
      quality = measurement.of(judged, against, progress);
    }
    if (common.json) {
      JsonOutput.print(session.out(), QualityView.json(quality, common.seedOrDefault()));
    } else {
      QualityView.print(quality, session);
    }
    return ExitStatus.DONE;
  }

  private @Nullable ImageSet training(FoundImages found, ImageSet real) {
    if (training == null && found.heldOutImages().isEmpty()) {
      if (rangeTraining != null) {
        throw new UnusableInput("--range-training needs training images; give --training");
      }
      return null;
    }
    ImageSet all =
        training == null ? found.training() : ImageSetFinder.recognise(training).training();
    ImageSet learnt = GivenImages.within(all, rangeTraining, "--range-training");
    requireOneShape(learnt, training == null ? reference : training, real);
    return learnt;
  }

  private static void requireOneShape(ImageSet images, Path where, ImageSet real) {
    if (!images.shape().equals(real.shape())) {
      throw new UnusableInput(
          where
              + " must hold images of the shape of the reference images, "
              + real.shape()
              + ", but holds "
              + images.shape());
    }
  }
}
