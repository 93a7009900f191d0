package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.FoundImages;
import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FidMeasurement;
import io.spindrift.diffusion.metric.FidResult;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fid}: the Frechet distance of two image sets. */
@Command(
    name = "fid",
    sortOptions = false,
    header = "Fréchet distance between two sets of images, with its interval of 95 %%.",
    description = {
      "A set is a folder of PNG or JPEG, an idx or idx.gz file or a folder with one, CIFAR-10"
          + " binary, or .npy. Of a folder that holds training and test images the training images"
          + " are taken; name a file to take others.",
      "JSON: extractor, countA, countB, fid, low, high."
    })
final class FidCommand implements Callable<Integer> {
  private static final int BATCH = 256;

  private final Session session;

  @Parameters(index = "0", paramLabel = "A", description = "First image set.")
  Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "Second image set.")
  Path b = Path.of("");

  @Option(
      names = "--extractor",
      paramLabel = "NAME|FILE",
      description = {
        "Feature network, always needed: a safetensors file, or a name such as lenet-mnist in a"
            + " folder feature-nets beside the images or in SPINDRIFT_FEATURE_NETS."
      })
  @Nullable String extractor;

  @Option(
      names = "--range-a",
      paramLabel = "FROM:TO",
      description = "Images of A to use, such as 0:5000; the default is all.")
  @Nullable String rangeA;

  @Option(names = "--range-b", paramLabel = "FROM:TO", description = "The same for B.")
  @Nullable String rangeB;

  @Mixin CommonOptions common = new CommonOptions();

  FidCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (extractor == null) {
      throw FeatureNetworkFile.missing(List.of(a, b));
    }
    ImageSet first = open(a, rangeA, "--range-a");
    ImageSet second = open(b, rangeB, "--range-b");
    FeatureNetworkFile network = FeatureNetworkFile.find(extractor, List.of(a, b));
    TensorEngine engine = Engine.of(common);
    FidResult result;
    try (FeatureExtractor features = engine.openExtractor(network.name(), network.file())) {
      StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("fid");
      result =
          new FidMeasurement(features, key, BATCH).between(first, second, common.progress(session));
    }
    result.warnings().forEach(warning -> session.err().println("spindrift: note: " + warning));
    print(result);
    return ExitStatus.DONE;
  }

  private ImageSet open(Path path, @Nullable String range, String option) {
    FoundImages found = ImageSetFinder.recognise(path);
    try {
      return range == null ? found.training() : ImageRange.parse(found.training(), range);
    } catch (UnusableInput refusal) {
      throw new UnusableInput(option + ": " + refusal.getMessage(), refusal);
    }
  }

  private void print(FidResult result) {
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "extractor", result.extractor(),
              "countA", result.countA(),
              "countB", result.countB(),
              "fid", result.value(),
              "low", result.low(),
              "high", result.high()));
      return;
    }
    session.print(
        "FID %.4f (%.4f to %.4f) by %s, %d against %d images",
        result.value(),
        result.low(),
        result.high(),
        result.extractor(),
        result.countA(),
        result.countB());
  }
}
