package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Trajectories 0 to N - 1 cut into ensembles of the size at which a kernel is fastest.
 *
 * <p>A trajectory is named by its index: start and noise come from {@code key.at(index)}, whatever
 * chunk it falls into.
 *
 * @param kernel how they are computed
 * @param damping Gilbert damping
 * @param trajectories how many there are
 */
public record TrajectoryChunks(Kernel kernel, double damping, int trajectories) {
  /** Checks the count. */
  public TrajectoryChunks {
    Require.atLeast("trajectories", trajectories, 1);
  }

  /** The number of chunks. */
  public int count() {
    return Math.ceilDiv(trajectories, Kernels.bestSize(kernel));
  }

  /** Index of the first trajectory of a chunk. */
  public int first(int chunk) {
    return chunk * Kernels.bestSize(kernel);
  }

  /** A chunk whose spins start at directions drawn from a law. */
  public SpinEnsemble start(int chunk, BoltzmannLaw law, StreamKey key) {
    int first = first(chunk);
    int size = Math.min(Kernels.bestSize(kernel), trajectories - first);
    SpinEnsemble spins = Kernels.ensemble(kernel, damping, size);
    for (int i = 0; i < size; i++) {
      RandomStream stream = key.at(first + i).open();
      double[] m = law.draw(stream);
      spins.start(i, m[0], m[1], m[2], stream);
    }
    return spins;
  }
}
