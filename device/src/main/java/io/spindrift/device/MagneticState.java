package io.spindrift.device;

/** The two stable states of a junction: free layer parallel or antiparallel to the fixed layer. */
public enum MagneticState {
  /** Low resistance, stored bit 0. */
  PARALLEL,
  /** High resistance, stored bit 1. */
  ANTIPARALLEL;

  /** The other state. */
  public MagneticState opposite() {
    return this == PARALLEL ? ANTIPARALLEL : PARALLEL;
  }
}
