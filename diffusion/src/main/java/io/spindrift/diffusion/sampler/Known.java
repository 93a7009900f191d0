package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;

/** What is known of images before they are made. Values are those that the denoiser works on. */
public interface Known {
  /** Nothing: the images begin as noise and go where the denoiser leads. */
  Known NOTHING =
      new Known() {
        @Override
        public void begin(long image, float[] state, int offset, int length) {}

        @Override
        public boolean held() {
          return false;
        }

        @Override
        public void hold(
            long image, NoiseLevel level, float[] fresh, float[] state, int offset, int length) {}
      };

  /** Changes the first state of an image, which holds standard-normal noise. */
  void begin(long image, float[] state, int offset, int length);

  /** Whether values are put back after every step, for which noise is drawn. */
  boolean held();

  /**
   * Puts known values back into the state of an image after a step.
   *
   * @param level noise level of the state
   * @param fresh standard-normal noise in the places of the state
   */
  void hold(long image, NoiseLevel level, float[] fresh, float[] state, int offset, int length);
}
