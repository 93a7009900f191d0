package io.spindrift.torch;

import io.spindrift.numerics.Require;

/**
 * How the tensor library computes.
 *
 * @param threads threads that share the chunks and shards of images; cannot change a result
 * @param precision arithmetic of the denoiser
 */
public record TorchOptions(int threads, Precision precision) {
  /** Checks the ranges. */
  public TorchOptions {
    Require.inRange("threads", threads, 1, 4096);
  }

  /** All processors that the machine offers, arithmetic chosen by the processor. */
  public static TorchOptions automatic() {
    return new TorchOptions(Runtime.getRuntime().availableProcessors(), Precision.AUTO);
  }

  /** These options with another number of threads. */
  public TorchOptions withThreads(int others) {
    return new TorchOptions(others, precision);
  }

  /** These options with another arithmetic. */
  public TorchOptions withPrecision(Precision other) {
    return new TorchOptions(threads, other);
  }
}
