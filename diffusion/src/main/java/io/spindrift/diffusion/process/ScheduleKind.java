package io.spindrift.diffusion.process;

/** Shape of a noise schedule. */
public enum ScheduleKind {
  /** Nichol and Dhariwal, ICML 2021, equation 17. */
  COSINE,
  /** Ho, Jain, Abbeel, NeurIPS 2020, section 4. */
  LINEAR,
  /** Jabri, Fleet and Chen 2022; Chen 2023, algorithm 1. */
  SIGMOID,
  /** Karras et al., NeurIPS 2022, equation 5. */
  EDM;

  /** The schedule of this shape with a number of steps. */
  public NoiseSchedule steps(int steps) {
    return switch (this) {
      case COSINE -> NoiseSchedule.cosine(steps);
      case LINEAR -> NoiseSchedule.linear(steps);
      case SIGMOID -> NoiseSchedule.sigmoid(steps);
      case EDM -> NoiseSchedule.edm(steps);
    };
  }
}
