package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.numerics.Require;
import java.util.Arrays;

/**
 * Classifier-free guidance: answer = free + scale (told - free), where "told" is what the network
 * answers when it is told the class and "free" when it is not.
 *
 * <p>Scale 1 is no guidance, 0 forgets the class, larger values follow it more closely. Source: Ho
 * and Salimans, "Classifier-free diffusion guidance", 2022, equation 6, whose strength w is scale -
 * 1 here. The same weights hold for the implied noise, clean image and velocity, each a linear
 * function of the others at one noise level.
 *
 * @param denoiser a network that was trained with and without classes
 * @param scale how closely the class is followed
 */
public record GuidedDenoiser(Denoiser denoiser, double scale) implements Denoiser {
  /** Checks the range. */
  public GuidedDenoiser {
    Require.inRange("guidance", scale, 0, 100, "");
  }

  /** The denoiser itself when the scale is 1. */
  public static Denoiser of(Denoiser denoiser, double scale) {
    return scale == 1 ? denoiser : new GuidedDenoiser(denoiser, scale);
  }

  @Override
  public void predict(
      float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
    int[] none = new int[labels.length];
    Arrays.fill(none, NO_CLASS);
    float[] free = new float[predicted.length];
    denoiser.predict(noisy, timesteps, labels, batch, predicted);
    denoiser.predict(noisy, timesteps, none, batch, free);
    float told = (float) scale;
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = free[i] + told * (predicted[i] - free[i]);
    }
  }

  @Override
  public void close() {
    denoiser.close();
  }
}
