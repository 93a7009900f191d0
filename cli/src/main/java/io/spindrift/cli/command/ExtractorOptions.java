package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.onnx.OnnxNetworks;
import io.spindrift.onnx.PixelScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which feature network judges images. */
final class ExtractorOptions {
  private static final String SELF = "self";
  private static final int MOST_STEPS = 1_000_000;

  @Option(
      names = "--extractor",
      paramLabel = "NAME|FILE|self",
      description = {
        "Feature network, always needed: a safetensors or ONNX file, a name such as lenet-mnist in"
            + " a folder feature-nets beside the images or in SPINDRIFT_FEATURE_NETS, or self: a"
            + " classifier trained on labelled images and kept in spindrift/extractors of the"
            + " user's cache folder or in SPINDRIFT_EXTRACTOR_CACHE (off keeps none). Of an ONNX"
            + " file the first output is taken, or the one named as in FILE.onnx#NAME."
      })
  @Nullable String extractor;

  @Option(
      names = "--extractor-steps",
      paramLabel = "N",
      defaultValue = "600",
      description = "Training steps of --extractor self; the default is ${DEFAULT-VALUE}.")
  int steps;

  @Option(
      names = "--extractor-scale",
      paramLabel = "SCALE",
      description =
          "What an ONNX network wants to see of a pixel: 0:1 (the default), -1:1, or imagenet (less"
              + " the mean of ImageNet, over its standard deviation).")
  @Nullable String scale;

  /** Refuses a command that names no network. */
  void require(List<Path> data) {
    if (extractor == null) {
      throw FeatureNetworkFile.missing(data);
    }
  }

  /**
   * Opens the network.
   *
   * @param data folders around which a name is looked for
   * @param training images that {@code self} is trained on
   */
  FeatureExtractor open(
      List<Path> data,
      Supplier<ImageSet> training,
      Session session,
      CommonOptions common,
      Progress progress) {
    require(data);
    String asked = String.valueOf(extractor);
    if (!asked.equals(SELF)) {
      return stored(FeatureNetworkFile.find(asked, data), common);
    }
    requireNoScale(SELF);
    if (steps < 1 || steps > MOST_STEPS) {
      throw new UnusableInput(
          "--extractor-steps must be between 1 and " + MOST_STEPS + ", but was " + steps);
    }
    ImageSet images = training.get();
    if (images.classes() < 2) {
      throw new UnusableInput(
          "--extractor self needs labelled images to train on, but "
              + images.name()
              + " has no labels; name a feature network instead");
    }
    return trained(Engine.keeping(Engine.of(common), session, common), images, common, progress);
  }

  /** A network that is looked for in the cache, and without one lasts as long as the command. */
  private FeatureExtractor trained(
      TensorEngine engine, ImageSet images, CommonOptions common, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("spindrift-extractor-");
      Path file = folder.resolve("extractor.safetensors");
      try {
        return engine.trainExtractor(
            images, images.count(), steps, common.seedOrDefault(), file, progress);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FeatureExtractor stored(FeatureNetworkFile network, CommonOptions common) {
    OnnxNetworks onnx = new OnnxNetworks(common.threads(), network.output(), pixelScale());
    if (onnx.holds(network.file())) {
      return onnx.open(network.name(), network.file());
    }
    requireNoScale(network.name());
    network.requireNoOutput();
    return Engine.of(common).openExtractor(network.name(), network.file());
  }

  private PixelScale pixelScale() {
    if (scale == null) {
      return PixelScale.UNIT;
    }
    return PixelScale.of(scale)
        .orElseThrow(() ->
            new UnusableInput(
                "--extractor-scale must be one of " + PixelScale.words() + ", but was " + scale));
  }

  private void requireNoScale(String network) {
    if (scale != null) {
      throw new UnusableInput(
          "--extractor-scale is for ONNX networks, but " + network + " scales its pixels itself");
    }
  }
}
