package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.ensemble.Kernels;
import io.spindrift.device.ensemble.SpinEnsemble;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.random.RandomGenerator;

/**
 * A write that fails: equilibrium of a well, pulse, relaxation, and still in the same well.
 *
 * <p>A particle is the unit vector of the magnetisation; ensembles of them are moved side by side.
 *
 * @param stages the drive, cut into stages
 * @param kernel how they are moved
 * @param damping Gilbert damping
 * @param start equilibrium of the well before the pulse
 * @param from state before the pulse
 * @param importance how likely failure still is
 */
record WriteProcess(
    Stages driven,
    Kernel kernel,
    double damping,
    BoltzmannLaw start,
    MagneticState from,
    Importance importance)
    implements StagedProcess {
  private static final int COMPONENTS = 3;

  @Override
  public int stages() {
    return driven.count();
  }

  @Override
  public int components() {
    return COMPONENTS;
  }

  @Override
  public void draw(double[] states, int offset, RandomGenerator random) {
    System.arraycopy(start.draw(random), 0, states, offset, COMPONENTS);
  }

  @Override
  public void advance(int stage, double[] states, int particles, StreamKey key) {
    int best = Kernels.bestSize(kernel);
    for (int first = 0; first < particles; first += best) {
      int size = Math.min(best, particles - first);
      SpinEnsemble spins = Kernels.ensemble(kernel, damping, size);
      for (int i = 0; i < size; i++) {
        int at = (first + i) * COMPONENTS;
        spins.start(i, states[at], states[at + 1], states[at + 2], key.at(first + i).open());
      }
      for (Segment segment : driven.at(stage)) {
        spins.advance(segment, Progress.NONE);
      }
      for (int i = 0; i < size; i++) {
        int at = (first + i) * COMPONENTS;
        states[at] = spins.mx(i);
        states[at + 1] = spins.my(i);
        states[at + 2] = spins.mz(i);
      }
    }
  }

  @Override
  public double logImportance(int stage, double[] states, int offset) {
    return importance.log(stage, states[offset], states[offset + 1], states[offset + 2]);
  }

  @Override
  public boolean hit(double[] states, int offset) {
    double mz = states[offset + 2];
    return from == MagneticState.PARALLEL ? mz > 0 : mz < 0;
  }
}
