package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;

/** The plain ensemble: one {@link HeunStepper} and one stream after the other. */
final class ReferenceEnsemble implements SpinEnsemble {
  private static final long STEPS_BETWEEN_CHECKS = 100_000;

  private final HeunStepper[] spins;
  private final RandomStream[] streams;

  ReferenceEnsemble(double damping, int size) {
    spins = new HeunStepper[size];
    streams = new RandomStream[size];
    for (int i = 0; i < size; i++) {
      spins[i] = new HeunStepper(damping);
    }
  }

  @Override
  public int size() {
    return spins.length;
  }

  @Override
  public void start(int index, double x, double y, double z, RandomStream stream) {
    spins[index].start(x, y, z);
    streams[index] = stream;
  }

  @Override
  public void advance(Segment segment, Progress progress) {
    for (int i = 0; i < spins.length; i++) {
      spins[i].drive(segment.field(), segment.stepSeconds(), segment.thermalSigmaTesla());
      for (long left = segment.steps(); left > 0; left -= STEPS_BETWEEN_CHECKS) {
        progress.checkStopped();
        spins[i].advance(Math.min(left, STEPS_BETWEEN_CHECKS), streams[i]);
      }
    }
  }

  @Override
  public double mx(int index) {
    return spins[index].mx();
  }

  @Override
  public double my(int index) {
    return spins[index].my();
  }

  @Override
  public double mz(int index) {
    return spins[index].mz();
  }
}
