package io.spindrift.device.rare;

import io.spindrift.numerics.random.StreamKey;
import java.util.random.RandomGenerator;

/**
 * A Markov process in stages that ends in a rare event or not.
 *
 * <p>The states of all particles are rows of one array. Implementations are immutable.
 */
public interface StagedProcess {
  /** Number of stages from start to end. */
  int stages();

  /** Numbers that describe one particle. */
  int components();

  /** Draws a start into the row that begins at {@code offset}. */
  void draw(double[] states, int offset, RandomGenerator random);

  /**
   * Moves the first {@code particles} rows through a stage; row i takes its chance from {@code
   * key.at(i)} alone.
   *
   * @param stage from 0 up to {@link #stages()} exclusive
   */
  void advance(int stage, double[] states, int particles, StreamKey key);

  /**
   * The logarithm of the importance of a particle that stands before a stage.
   *
   * <p>Particles are multiplied in proportion to it. Best is the probability that the event will
   * happen from there; any finite value leaves the estimate unbiased.
   */
  double logImportance(int stage, double[] states, int offset);

  /** Whether a particle has ended in the event. */
  boolean hit(double[] states, int offset);
}
