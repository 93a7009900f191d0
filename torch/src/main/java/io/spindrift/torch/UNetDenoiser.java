package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.image.ImageShape;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * A U-Net with weights that no longer change.
 *
 * <p>The network always sees {@link #CHUNK} images at a time, the last ones empty where need be:
 * the library picks kernels by the size of a batch, so only a fixed size makes the answer for image
 * k independent of the images beside it. Threads share the chunks.
 */
final class UNetDenoiser implements Denoiser {
  /** Images that pass through the network together. */
  static final int CHUNK = 32;

  private final LibTorch library;
  private final UNet net;
  private final FixedWeights weights;

  UNetDenoiser(LibTorch library, DenoiserSpec spec, float[] values) {
    this.library = library;
    net = new UNet(spec, library.working());
    weights = new FixedWeights(library, net.parameters(), values);
  }

  @Override
  public void predict(
      float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
    library
        .crew()
        .forEach(
            Math.ceilDiv(batch, CHUNK),
            chunk -> {
              int from = chunk * CHUNK;
              int count = Math.min(CHUNK, batch - from);
              chunk(noisy, timesteps, labels, from, count, predicted);
            });
  }

  private void chunk(
      float[] noisy, float[] timesteps, int[] labels, int from, int count, float[] predicted) {
    ImageShape image = net.spec().image();
    int size = image.size();
    float[] steps = Arrays.copyOf(Arrays.copyOfRange(timesteps, from, from + count), CHUNK);
    int[] classes = Arrays.copyOf(Arrays.copyOfRange(labels, from, from + count), CHUNK);
    float[] waves = new float[CHUNK * net.time().waves()];
    net.time().waves(steps, 0, CHUNK, waves);
    library.compute(() -> {
      Tensor x =
          HostTensor.of(
              noisy,
              from * size,
              count * size,
              CHUNK,
              image.channels(),
              image.height(),
              image.width());
      Tensor time = HostTensor.of(waves, 0, waves.length, CHUNK, net.time().waves());
      HostTensor.read(net.apply(weights, x, time, classes), predicted, from * size, count * size);
    });
  }

  @Override
  public void close() {
    weights.close();
  }
}
