package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.extractor.NetworkFileName;
import io.spindrift.diffusion.extractor.PyTorchFile;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.experiment.config.MetricConfig;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The feature network that a configuration asks for. */
public final class ExtractorChoice {
  private static final String SELF = "self";
  private static final String OWN_FILE = "extractor.safetensors";

  /**
   * Refuses early what could only fail late: a missing file, images without labels, or a network
   * that does not accept the images.
   */
  static void check(SpindriftConfig config, Images images, TensorEngine engine) {
    if (config.metric().extractor().equals(SELF)) {
      if (images.training().classes() < 2) {
        throw new UnusableInput(
            images.training().name()
                + " has no labels to train a classifier on: metric.extractor must be a safetensors"
                + " or ONNX file");
      }
      return;
    }
    ImageSet held = images.heldOut();
    byte[] pixels = new byte[held.shape().size()];
    held.read(0, pixels, 0);
    try (FeatureExtractor extractor = stored(config, engine)) {
      extractor.extract(pixels, held.shape(), 1, new float[extractor.features()]);
    }
  }

  /** Opens the network; the run's own one is trained first, unless an earlier sitting did. */
  public static FeatureExtractor open(
      SpindriftConfig config,
      Images images,
      TensorEngine engine,
      RunDirectory directory,
      Progress progress) {
    MetricConfig metric = config.metric();
    if (!metric.extractor().equals(SELF)) {
      return stored(config, engine);
    }
    return engine.trainExtractor(
        images.training(),
        images.training().count(),
        metric.extractorSteps(),
        config.seed(),
        directory.file(OWN_FILE),
        progress);
  }

  private static FeatureExtractor stored(SpindriftConfig config, TensorEngine engine) {
    Path file = file(config);
    PyTorchFile.refuse(file);
    return engine.openExtractor(NetworkFileName.withoutEnding(file), file);
  }

  private static Path file(SpindriftConfig config) {
    String asked = config.metric().extractor();
    Path images = Path.of(config.images().set()).toAbsolutePath();
    Path beside = Objects.requireNonNullElse(images.getParent(), images).resolve("feature-nets");
    Stream<Path> named =
        Stream.of(images, beside)
            .flatMap(folder ->
                NetworkFileName.ENDINGS.stream().map(ending -> folder.resolve(asked + ending)));
    return Stream.concat(Stream.of(Path.of(asked)), named)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() ->
            new UnusableInput(
                "metric.extractor must be self, a safetensors or ONNX file or the name of one, but"
                    + " there is no file "
                    + asked
                    + ", nor "
                    + String.join(
                        " or ", NetworkFileName.ENDINGS.stream().map(e -> asked + e).toList())
                    + " in "
                    + beside));
  }

  private ExtractorChoice() {}
}
