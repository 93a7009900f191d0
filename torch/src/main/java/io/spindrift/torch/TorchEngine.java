package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;

/** The tensor engine on PyTorch's native library. */
public final class TorchEngine implements TensorEngine {
  private final LibTorch library;

  private TorchEngine(LibTorch library) {
    this.library = library;
  }

  /**
   * Starts the library; the first start on a machine unpacks it, which takes a few seconds.
   *
   * @throws io.spindrift.numerics.UnusableInput when it cannot be loaded on this machine
   */
  public static TorchEngine start(TorchOptions options) {
    return new TorchEngine(LibTorch.start(options));
  }

  @Override
  public String description() {
    return library.description();
  }

  @Override
  public DenoiserTraining begin(DenoiserSpec denoiser, OptimiserSpec optimiser, long seed) {
    return new UNetTraining(library, denoiser, optimiser, seed);
  }

  @Override
  public Denoiser load(Path checkpoint) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FeatureExtractor openExtractor(String name, Path safetensors) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FeatureExtractor trainExtractor(
      ImageSet images, int count, int steps, long seed, Path file, Progress progress) {
    throw new UnsupportedOperationException();
  }
}
