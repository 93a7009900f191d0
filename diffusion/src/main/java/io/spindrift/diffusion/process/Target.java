package io.spindrift.diffusion.process;

/**
 * What the network is trained to answer for a noisy image x = signal x_0 + spread epsilon.
 *
 * <p>Each answer fixes the clean image x_0 that it implies.
 */
public enum Target {
  /** The noise epsilon. Source: Ho, Jain and Abbeel, NeurIPS 2020, equation 14. */
  EPSILON {
    @Override
    public double of(double clean, double noise, double signal, double spread) {
      return noise;
    }

    @Override
    public double noisyWeight(double signal, double spread) {
      return 1 / signal;
    }

    @Override
    public double answerWeight(double signal, double spread) {
      return -spread / signal;
    }
  },
  /** The clean image x_0. */
  CLEAN {
    @Override
    public double of(double clean, double noise, double signal, double spread) {
      return clean;
    }

    @Override
    public double noisyWeight(double signal, double spread) {
      return 0;
    }

    @Override
    public double answerWeight(double signal, double spread) {
      return 1;
    }
  },
  /**
   * The velocity v = signal epsilon - spread x_0. Source: Salimans and Ho, "Progressive
   * distillation for fast sampling of diffusion models", ICLR 2022, section 4. For images of unit
   * variance it is the preconditioned network of Karras et al., NeurIPS 2022, table 1.
   */
  VELOCITY {
    @Override
    public double of(double clean, double noise, double signal, double spread) {
      return signal * noise - spread * clean;
    }

    @Override
    public double noisyWeight(double signal, double spread) {
      return signal;
    }

    @Override
    public double answerWeight(double signal, double spread) {
      return -spread;
    }
  };

  /** What the network should answer, given what it is not told. */
  public abstract double of(double clean, double noise, double signal, double spread);

  /** Weight of the noisy image in the clean image that an answer implies. */
  public abstract double noisyWeight(double signal, double spread);

  /** Weight of the answer in the clean image that it implies. */
  public abstract double answerWeight(double signal, double spread);

  /** The clean image that an answer implies: noisyWeight noisy + answerWeight answer. */
  public final double clean(double noisy, double answer, double signal, double spread) {
    return noisyWeight(signal, spread) * noisy + answerWeight(signal, spread) * answer;
  }
}
