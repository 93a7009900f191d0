package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.extractor.CachedFile.Intact;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.FileTrouble;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tensor engine that trains a feature network once and takes it from a cache ever after.
 *
 * <p>The file that the caller asked for is byte for byte the one that a training would have
 * written. What cannot be kept, or was damaged, costs a training and nothing else.
 *
 * @param engine the engine that does the work
 * @param cache where trained networks are kept
 * @param told who is told in one sentence where a network came from or went
 */
public record CachingEngine(TensorEngine engine, ExtractorCache cache, Consumer<String> told)
    implements TensorEngine {
  @Override
  public FeatureExtractor trainExtractor(
      ImageSet images, int count, int steps, long seed, Path file, Progress progress) {
    CachedFile kept = cache.of(engine.extractorArithmetic(), images, count, steps, seed);
    Optional<Intact> earlier = kept.intact();
    if (earlier.isEmpty()) {
      return trained(kept, images, count, steps, seed, file, progress);
    }
    AtomicFile.writeBytes(file, earlier.get().content());
    FeatureExtractor extractor;
    try {
      extractor = engine.openExtractor(TensorEngine.nameOfTrained(images), file);
    } catch (UnusableInput ofAnotherFormat) {
      return trained(kept, images, count, steps, seed, file, progress);
    }
    told.accept("feature classifier: trained before, taken from " + earlier.get().file());
    return extractor;
  }

  private FeatureExtractor trained(
      CachedFile kept,
      ImageSet images,
      int count,
      int steps,
      long seed,
      Path file,
      Progress progress) {
    FeatureExtractor extractor = engine.trainExtractor(images, count, steps, seed, file, progress);
    try {
      told.accept("feature classifier: kept in " + kept.keep(file));
    } catch (IOException unwritable) {
      told.accept("feature classifier: not kept: " + FileTrouble.reason(unwritable));
    }
    return extractor;
  }

  @Override
  public String description() {
    return engine.description();
  }

  @Override
  public String extractorArithmetic() {
    return engine.extractorArithmetic();
  }

  @Override
  public DenoiserTraining begin(
      DenoiserSpec denoiser, OptimiserSpec optimiser, long seed, String configuration) {
    return engine.begin(denoiser, optimiser, seed, configuration);
  }

  @Override
  public StoredDenoiser describe(Path checkpoint) {
    return engine.describe(checkpoint);
  }

  @Override
  public Denoiser load(Path checkpoint) {
    return engine.load(checkpoint);
  }

  @Override
  public void export(Path checkpoint, Path file, ElementType type) {
    engine.export(checkpoint, file, type);
  }

  @Override
  public FeatureExtractor openExtractor(String name, Path file) {
    return engine.openExtractor(name, file);
  }
}
