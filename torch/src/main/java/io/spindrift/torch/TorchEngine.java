package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.extractor.ExtractorFormat;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.List;

/** The tensor engine on PyTorch's native library. */
public final class TorchEngine implements TensorEngine {
  private final LibTorch library;
  private final LibTorch exact;
  private final List<ExtractorFormat> formats;

  private TorchEngine(LibTorch library, List<ExtractorFormat> formats) {
    this.library = library;
    this.exact = library.inSinglePrecision();
    this.formats = formats;
  }

  /**
   * Starts the library; the first start on a machine unpacks it, which takes a few seconds.
   *
   * @throws io.spindrift.numerics.UnusableInput when it cannot be loaded on this machine
   */
  public static TorchEngine start(TorchOptions options) {
    return start(options, List.of());
  }

  /** The same with formats of feature networks besides safetensors. */
  public static TorchEngine start(TorchOptions options, List<ExtractorFormat> formats) {
    return new TorchEngine(LibTorch.start(options), List.copyOf(formats));
  }

  @Override
  public String description() {
    return library.description();
  }

  @Override
  public String extractorArithmetic() {
    return exact.arithmetic();
  }

  @Override
  public DenoiserTraining begin(
      DenoiserSpec denoiser, OptimiserSpec optimiser, long seed, String configuration) {
    return new UNetTraining(library, denoiser, optimiser, seed, configuration);
  }

  @Override
  public Denoiser load(Path checkpoint) {
    DenoiserFile stored = DenoiserFile.of(DenoiserFile.open(checkpoint));
    return new UNetDenoiser(library, stored.spec(), stored.average());
  }

  @Override
  public StoredDenoiser describe(Path checkpoint) {
    SafetensorsFile stored = DenoiserFile.open(checkpoint);
    DenoiserFile denoiser = DenoiserFile.of(stored);
    return new StoredDenoiser(
        denoiser.spec(), denoiser.configuration(), denoiser.steps(), Checkpoint.isWhole(stored));
  }

  @Override
  public void export(Path checkpoint, Path file, ElementType type) {
    DenoiserFile.of(DenoiserFile.open(checkpoint)).write(file, type);
  }

  @Override
  public FeatureExtractor openExtractor(String name, Path file) {
    for (ExtractorFormat format : formats) {
      if (format.holds(file)) {
        return format.open(name, file);
      }
    }
    return open(name + checksum(file), file);
  }

  private static String checksum(Path file) {
    return " (sha256 " + Digest.of(file) + ")";
  }

  @Override
  public FeatureExtractor trainExtractor(
      ImageSet images, int count, int steps, long seed, Path file, Progress progress) {
    new ClassifierTraining(exact, images, count, seed).run(steps, file, progress);
    return openExtractor(TensorEngine.nameOfTrained(images), file);
  }

  TorchFeatureExtractor open(String name, Path safetensors) {
    SafetensorsFile stored = Safetensors.read(safetensors);
    FeatureNetwork network;
    if (StoredFormat.holds(stored, ClassifierFile.FORMAT)) {
      network = ClassifierFile.read(exact, stored);
    } else if (LeNet.isIn(stored)) {
      network = new LeNet(exact, stored);
    } else if (ResNet20.isIn(stored)) {
      network = new ResNet20(exact, stored);
    } else {
      throw new UnusableInput(
          safetensors
              + " must hold lenet-mnist, resnet20-cifar10 or a self-trained classifier, but holds"
              + " none of their tensors");
    }
    return new TorchFeatureExtractor(exact, name, network);
  }
}
