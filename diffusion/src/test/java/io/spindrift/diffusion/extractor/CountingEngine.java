package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts its trainings. A network is a text of what it was trained with; its one feature is the sum
 * of the pixels times the text's hash.
 */
final class CountingEngine implements TensorEngine {
  final AtomicInteger trainings = new AtomicInteger();
  private final String begin;

  /** An engine whose files begin with a word; it opens no others. */
  CountingEngine(String begin) {
    this.begin = begin;
  }

  @Override
  public String description() {
    return "counting";
  }

  @Override
  public FeatureExtractor trainExtractor(
      ImageSet images, int count, int steps, long seed, Path file, Progress progress) {
    progress.checkStopped();
    trainings.incrementAndGet();
    AtomicFile.writeText(
        file, begin + " " + images.name() + " " + count + " " + steps + " " + seed);
    return openExtractor(TensorEngine.nameOfTrained(images), file);
  }

  @Override
  public FeatureExtractor openExtractor(String name, Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!new String(content, StandardCharsets.UTF_8).startsWith(begin)) {
      throw new UnusableInput(file + " is no network");
    }
    return new Sum(
        name + " (" + TrainingDigest.hexadecimal(content) + ")",
        content.length + content[begin.length() + 1]);
  }

  private record Sum(String name, float weight) implements FeatureExtractor {
    @Override
    public int features() {
      return 1;
    }

    @Override
    public void extract(byte[] pixels, ImageShape shape, int batch, float[] target) {
      for (int i = 0; i < batch; i++) {
        target[i] = weight * pixels[i * shape.size()];
      }
    }

    @Override
    public void close() {}
  }

  @Override
  public DenoiserTraining begin(
      DenoiserSpec denoiser, OptimiserSpec optimiser, long seed, String configuration) {
    throw new UnsupportedOperationException("not needed for features");
  }

  @Override
  public StoredDenoiser describe(Path checkpoint) {
    throw new UnsupportedOperationException("not needed for features");
  }

  @Override
  public Denoiser load(Path checkpoint) {
    throw new UnsupportedOperationException("not needed for features");
  }

  @Override
  public void export(Path checkpoint, Path file, ElementType type) {
    throw new UnsupportedOperationException("not needed for features");
  }
}
