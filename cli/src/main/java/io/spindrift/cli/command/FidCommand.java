package io.spindrift.cli.command;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FeatureStatistics;
import io.spindrift.diffusion.metric.FewImages;
import io.spindrift.diffusion.metric.FidMeasurement;
import io.spindrift.diffusion.metric.FidResult;
import io.spindrift.diffusion.metric.FrechetDistance;
import io.spindrift.diffusion.metric.StatisticsFile;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fid}: the Frechet distance of two image sets, and statistics kept for the next one. */
@Command(
    name = "fid",
    sortOptions = false,
    header = "Fréchet distance between two sets of images, with its interval of 95 %%.",
    description = {
      "A set is a folder of PNG or JPEG, an idx or idx.gz file or a folder with one, CIFAR-10"
          + " binary, or .npy. Of a folder that holds training and test images the training images"
          + " are taken; name a file to take others. Either set may also be an .npz file of"
          + " statistics, such as pytorch-fid or --save-statistics writes; their own scatter is"
          + " then missing from the interval.",
      "JSON: extractor, countA, countB, fid, low, high, statistics."
    })
final class FidCommand implements Callable<Integer> {
  private static final int BATCH = 256;

  private final Session session;

  @Parameters(index = "0", paramLabel = "A", description = "First image set.")
  Path a = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "Second image set; not needed with --save-statistics.")
  @Nullable Path b;

  @Mixin ExtractorOptions extractor = new ExtractorOptions();

  @Option(
      names = "--range-a",
      paramLabel = "FROM:TO",
      description = "Images of A to use, such as 0:5000; the default is all.")
  @Nullable String rangeA;

  @Option(names = "--range-b", paramLabel = "FROM:TO", description = "The same for B.")
  @Nullable String rangeB;

  @Option(
      names = "--save-statistics",
      paramLabel = "FILE.npz",
      description = "Keep mean and covariance of the features of A, readable by pytorch-fid.")
  @Nullable Path saved;

  @Mixin CommonOptions common = new CommonOptions();

  FidCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (b == null && saved == null) {
      throw new UnusableInput("fid needs a second image set, or --save-statistics FILE.npz");
    }
    if (saved != null && !FidSide.isStatistics(saved)) {
      throw new UnusableInput(
          "--save-statistics must name a file that ends in .npz, but was " + saved);
    }
    List<Path> data = Stream.of(a, b).filter(Objects::nonNull).toList();
    boolean images = data.stream().anyMatch(path -> !FidSide.isStatistics(path));
    if (images) {
      extractor.require(data);
    }
    FidSide first = FidSide.open(a, rangeA, "--range-a");
    FidSide second = b == null ? null : FidSide.open(b, rangeB, "--range-b");
    if (!images) {
      ofStatistics(first, second);
      return ExitStatus.DONE;
    }
    Progress progress = common.progress(session);
    try (FeatureExtractor network =
        extractor.open(data, () -> labelled(first, second), session, common, progress)) {
      measure(first, second, network, progress);
    }
    return ExitStatus.DONE;
  }

  /** The images that a classifier is trained on: those of B, unless only A has any. */
  private static ImageSet labelled(FidSide first, @Nullable FidSide second) {
    ImageSet images = second == null || second.images() == null ? first.images() : second.images();
    return Objects.requireNonNull(images);
  }

  private void measure(
      FidSide first, @Nullable FidSide second, FeatureExtractor network, Progress progress) {
    first.requireMadeBy(network.name(), network.features());
    if (second != null) {
      second.requireMadeBy(network.name(), network.features());
    }
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("fid");
    FidMeasurement measurement = new FidMeasurement(network, key, BATCH);
    FidSide.Collected one = first.collect(measurement, progress);
    if (saved != null) {
      StatisticsFile.write(saved, one.statistics(), network.name());
    }
    if (second == null) {
      printSaved(one.statistics(), network.name());
      return;
    }
    FidSide.Collected other = second.collect(measurement, progress);
    FidResult result;
    if (one.sums() != null && other.sums() != null) {
      result = measurement.between(one.sums(), other.sums());
    } else if (one.sums() != null) {
      result = measurement.between(one.sums(), other.statistics());
    } else {
      result =
          measurement.between(Objects.requireNonNull(other.sums()), one.statistics()).exchanged();
    }
    result.warnings().forEach(this::note);
    print(
        result.extractor(),
        result.countA(),
        result.countB(),
        result.value(),
        result.low(),
        result.high());
  }

  private void ofStatistics(FidSide first, @Nullable FidSide second) {
    if (second == null) {
      throw new UnusableInput(a + " holds statistics already; --save-statistics needs images");
    }
    var one = Objects.requireNonNull(first.stored());
    var other = Objects.requireNonNull(second.stored());
    String made = other.extractor() == null ? one.extractor() : other.extractor();
    first.requireMadeBy(made == null ? "the network of " + b : made, other.statistics().features());
    if (saved != null) {
      StatisticsFile.write(saved, one.statistics(), made == null ? "unknown" : made);
    }
    double value = FrechetDistance.between(one.statistics(), other.statistics());
    Stream.of(one.statistics(), other.statistics())
        .filter(side -> side.count() != FeatureStatistics.UNKNOWN_COUNT)
        .min(Comparator.comparingLong(FeatureStatistics::count))
        .ifPresent(side -> FewImages.ofDistance(side.count(), side.features()).forEach(this::note));
    print(made, one.statistics().count(), other.statistics().count(), value, null, null);
  }

  private void note(String sentence) {
    session.err().println("spindrift: note: " + sentence);
  }

  private void printSaved(FeatureStatistics statistics, String network) {
    FewImages.ofDistance(statistics.count(), statistics.features()).forEach(this::note);
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "extractor", network,
              "countA", statistics.count(),
              "statistics", String.valueOf(saved)));
      return;
    }
    session.print(
        "statistics of %d images by %s in %s", statistics.count(), network, String.valueOf(saved));
  }

  private void print(
      @Nullable String network,
      long countA,
      long countB,
      double value,
      @Nullable Double low,
      @Nullable Double high) {
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "extractor", network,
              "countA", known(countA),
              "countB", known(countB),
              "fid", value,
              "low", low,
              "high", high,
              "statistics", saved == null ? null : saved.toString()));
      return;
    }
    session.print(
        "FID %.4f%s by %s, %s against %s images",
        value,
        low == null ? "" : String.format(Locale.ROOT, " (%.4f to %.4f)", low, high),
        network == null ? "an unnamed network" : network,
        known(countA) == null ? "unknown" : countA,
        known(countB) == null ? "unknown" : countB);
  }

  private static @Nullable Long known(long count) {
    return count == FeatureStatistics.UNKNOWN_COUNT ? null : Long.valueOf(count);
  }
}
