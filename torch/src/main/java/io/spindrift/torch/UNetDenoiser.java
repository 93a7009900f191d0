package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * A U-Net with weights that no longer change.
 *
 * <p>The network always sees {@link #CHUNK} images at a time, the last ones empty where need be:
 * the library picks kernels by the size of a batch, so only a fixed size makes the noise of image k
 * independent of the images beside it.
 */
final class UNetDenoiser implements Denoiser {
  /** Images that pass through the network together. */
  static final int CHUNK = 32;

  private final LibTorch library;
  private final UNet net;
  private final FixedWeights weights;
  private final HostTensor images;
  private final HostTensor times;
  private final float[] pixels;
  private final float[] waves;
  private final int[] steps = new int[CHUNK];

  UNetDenoiser(LibTorch library, DenoiserSpec spec, float[] values) {
    this.library = library;
    net = new UNet(spec, library.working());
    weights = new FixedWeights(library, net.parameters(), values);
    images =
        new HostTensor(
            library, CHUNK, spec.image().channels(), spec.image().height(), spec.image().width());
    times = new HostTensor(library, CHUNK, net.time().waves());
    pixels = new float[CHUNK * spec.image().size()];
    waves = new float[CHUNK * net.time().waves()];
  }

  @Override
  public void predictNoise(float[] noisy, int[] timesteps, int batch, float[] predicted) {
    int size = net.spec().image().size();
    for (int from = 0; from < batch; from += CHUNK) {
      int count = Math.min(CHUNK, batch - from);
      Arrays.fill(pixels, 0);
      Arrays.fill(steps, 0);
      System.arraycopy(noisy, from * size, pixels, 0, count * size);
      System.arraycopy(timesteps, from, steps, 0, count);
      net.time().waves(steps, 0, CHUNK, waves);
      predict(predicted, from * size, count * size);
    }
  }

  private void predict(float[] predicted, int offset, int length) {
    int unused =
        library.compute(() -> {
          Tensor x = images.write(pixels, 0, CHUNK);
          Tensor noise = net.apply(weights, x, times.write(waves, 0, CHUNK));
          HostTensor.read(noise, predicted, offset, length);
          return 0;
        });
  }

  @Override
  public void close() {
    weights.close();
    images.close();
    times.close();
  }
}
