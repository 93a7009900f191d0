package io.spindrift.diffusion.process;

/** Shape of a noise schedule. */
public enum ScheduleKind {
  /** Nichol and Dhariwal, ICML 2021, equation 17. */
  COSINE,
  /** Ho, Jain, Abbeel, NeurIPS 2020, section 4. */
  LINEAR;

  /** The schedule of this shape with a number of steps. */
  public NoiseSchedule steps(int steps) {
    return switch (this) {
      case COSINE -> NoiseSchedule.cosine(steps);
      case LINEAR -> NoiseSchedule.linear(steps);
    };
  }
}
