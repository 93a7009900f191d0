package io.spindrift.device.ensemble;

import io.spindrift.numerics.random.RandomStream;

/**
 * Macrospins side by side in double precision: one array per quantity, one entry per trajectory.
 *
 * <p>Each trajectory has a generator of its own, xoroshiro128+ (Blackman and Vigna, ACM TOMS 47,
 * 2021). The noise buffer is laid out as in {@link Float32Spins}.
 */
final class Float64Spins {
  /** Steps for which the buffer holds noise. */
  static final int STEPS = 4;

  /** Pairs of Gaussians in the buffer, per trajectory. */
  static final int PAIRS = 3 * STEPS / 2;

  final int size;
  final double[] mx;
  final double[] my;
  final double[] mz;
  final double[] nx; // predictor
  final double[] ny;
  final double[] nz;
  final long[] s0; // generator
  final long[] s1;
  final long[] words; // radius, sign and angle, by [pair, trajectory]
  final double[] radius;
  final double[] noise;

  Float64Spins(int size) {
    this.size = size;
    this.mx = new double[size];
    this.my = new double[size];
    this.mz = new double[size];
    this.nx = new double[size];
    this.ny = new double[size];
    this.nz = new double[size];
    this.s0 = new long[size];
    this.s1 = new long[size];
    this.words = new long[PAIRS * size];
    this.radius = new double[PAIRS * size];
    this.noise = new double[2 * PAIRS * size];
  }

  /** Seeds the generator of one trajectory with the next 128 bits of its stream. */
  void seed(int index, RandomStream stream) {
    s0[index] = stream.nextLong();
    s1[index] = stream.nextLong() | 1; // never all zero
  }
}
