package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;

/** An ensemble in single precision. */
final class Float32Ensemble implements SpinEnsemble {
  /** The widest vectors known hold this many lanes; the arrays are padded to a multiple. */
  private static final int PADDING = 16;

  private static final int BLOCKS_BETWEEN_CHECKS = 256;

  private final double damping;
  private final int size;
  private final Float32Spins spins;
  private final Float32Motion motion;
  private final EnsembleClock clock = new EnsembleClock();
  private int used = Float32Spins.STEPS;

  Float32Ensemble(double damping, int size, Float32Motion motion) {
    this.damping = damping;
    this.size = size;
    this.spins = new Float32Spins(Math.ceilDiv(size, PADDING) * PADDING);
    this.motion = motion;
    for (int i = 0; i < spins.size; i++) {
      spins.mz[i] = 1;
      spins.s0[i] = 1;
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void start(int index, double x, double y, double z, RandomStream stream) {
    spins.mx[index] = (float) x;
    spins.my[index] = (float) y;
    spins.mz[index] = (float) z;
    spins.seed(index, stream);
    used = Float32Spins.STEPS;
    clock.reset();
  }

  @Override
  public void advance(Segment segment, Progress progress) {
    Float32Field field = Float32Field.of(segment, damping);
    int rows = 3 * spins.size;
    long blocks = 0;
    for (long left = segment.steps(); left > 0; ) {
      if (used == Float32Spins.STEPS) {
        motion.fill(spins);
        used = 0;
        if (blocks++ % BLOCKS_BETWEEN_CHECKS == 0) {
          progress.checkStopped();
        }
      }
      int now = (int) Math.min(left, Float32Spins.STEPS - used);
      for (int i = 0; i < now; i++) {
        motion.predict(spins, field, (used + i) * rows);
        motion.correct(spins, field, (used + i) * rows);
      }
      used += now;
      left -= now;
    }
    clock.passed(segment);
    for (int i = 0; i < size; i++) {
      clock.requireFinite(spins.mx[i], spins.my[i], spins.mz[i], segment.stepSeconds());
    }
  }

  @Override
  public double mx(int index) {
    return spins.mx[index];
  }

  @Override
  public double my(int index) {
    return spins.my[index];
  }

  @Override
  public double mz(int index) {
    return spins.mz[index];
  }
}
