package io.spindrift.device.rare;

import io.spindrift.numerics.Require;

/**
 * How much work a splitting estimate is.
 *
 * @param replicas independent repetitions, from whose spread the error is taken
 * @param particles particles of each
 * @param startsPerParticle starts drawn for each particle, from which the important ones are kept
 */
public record SplittingSettings(int replicas, int particles, int startsPerParticle) {
  /** Starts are cheap beside a trajectory. */
  public static final int DEFAULT_STARTS_PER_PARTICLE = 16;

  private static final int MOST_PARTICLES = 10_000_000;

  /** Checks every number. */
  public SplittingSettings {
    Require.inRange("replicas", replicas, 4, 100_000);
    Require.inRange("particles", particles, 16, MOST_PARTICLES);
    Require.inRange("starts per particle", startsPerParticle, 1, 1000);
    Require.inRange(
        "starts of a replica", (double) particles * startsPerParticle, 1, MOST_PARTICLES, "");
  }

  /** The usual number of starts. */
  public SplittingSettings(int replicas, int particles) {
    this(replicas, particles, DEFAULT_STARTS_PER_PARTICLE);
  }
}
