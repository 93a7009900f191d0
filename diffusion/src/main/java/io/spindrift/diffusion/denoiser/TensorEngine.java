package io.spindrift.diffusion.denoiser;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;

/** What a tensor library offers to this room; implemented in the room {@code torch}. */
public interface TensorEngine {
  /** Library, version and arithmetic, such as {@code "PyTorch 2.10.0, bf16, 2 threads"}. */
  String description();

  /**
   * What decides the bits of a trained classifier besides its images and settings: library,
   * version, arithmetic, and the processor where it matters. Never the number of threads.
   */
  default String extractorArithmetic() {
    return description();
  }

  /** What a classifier trained on some images is called before its checksum. */
  static String nameOfTrained(ImageSet images) {
    return "classifier trained on " + images.name();
  }

  /**
   * Begins a training with weights drawn from {@code seed}.
   *
   * @param configuration text that goes into every checkpoint, so that it explains itself
   */
  DenoiserTraining begin(
      DenoiserSpec denoiser, OptimiserSpec optimiser, long seed, String configuration);

  /**
   * What a checkpoint says of itself.
   *
   * @throws io.spindrift.numerics.UnusableInput when the file is damaged or no checkpoint
   */
  StoredDenoiser describe(Path checkpoint);

  /** Reads the averaged weights of a checkpoint together with its architecture. */
  Denoiser load(Path checkpoint);

  /**
   * Writes the denoiser of a checkpoint alone, its averaged weights rounded to a type; the training
   * cannot be continued from it.
   *
   * @param type a floating-point type
   */
  void export(Path checkpoint, Path file, ElementType type);

  /**
   * Opens a feature network kept in safetensors or in another format that the engine was given.
   *
   * @param name what the network is called; the reported name adds the file's SHA-256
   * @throws io.spindrift.numerics.UnusableInput when the file holds no known network
   */
  FeatureExtractor openExtractor(String name, Path file);

  /**
   * Trains a small classifier on labelled images, writes it to {@code file} and opens it.
   *
   * @param images training images with labels
   * @param count how many of them to use, from index 0
   * @param steps optimiser steps
   */
  FeatureExtractor trainExtractor(
      ImageSet images, int count, int steps, long seed, Path file, Progress progress);
}
