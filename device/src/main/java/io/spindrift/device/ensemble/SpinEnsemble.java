package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;

/**
 * Independent macrospins that go through the same segments side by side.
 *
 * <p>What happens to one of them depends on its own start and stream alone, not on the others, the
 * size of the ensemble or the width of the machine's vectors. Not thread-safe.
 */
public interface SpinEnsemble {
  /** The number of spins. */
  int size();

  /**
   * Starts a spin.
   *
   * @param index which one
   * @param x component along x of the unit vector m
   * @param y component along y
   * @param z component along z
   * @param stream where its thermal noise comes from; not to be used elsewhere afterwards
   */
  void start(int index, double x, double y, double z, RandomStream stream);

  /**
   * Takes all spins through a segment.
   *
   * @param segment field, noise and steps
   * @param progress asked several times a second whether to go on
   * @throws io.spindrift.numerics.NumericalFailure when a magnetisation is no longer finite
   */
  void advance(Segment segment, Progress progress);

  /** Component along x of one spin. */
  double mx(int index);

  /** Component along y of one spin. */
  double my(int index);

  /** Component along z of one spin. */
  double mz(int index);
}
