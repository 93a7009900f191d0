package io.spindrift.device.ensemble;

import io.spindrift.numerics.random.RandomStream;

/**
 * Macrospins side by side in single precision: one array per quantity, one entry per trajectory.
 *
 * <p>Each trajectory has a generator of its own, xoshiro128+ (Blackman and Vigna, ACM TOMS 47,
 * 2021): shifts, exclusive ors and one addition, cheap on every vector unit. The noise buffer holds
 * standard Gaussians by [row, trajectory]; rows 3 k, 3 k + 1, 3 k + 2 are the components of step k.
 * Buffers are small enough to stay in the first-level cache.
 */
final class Float32Spins {
  /** Steps for which the buffer holds noise; an even number of pairs of Gaussians. */
  static final int STEPS = 4;

  /** Pairs of Gaussians in the buffer, per trajectory. */
  static final int PAIRS = 3 * STEPS / 2;

  final int size;
  final float[] mx;
  final float[] my;
  final float[] mz;
  final float[] nx; // predictor
  final float[] ny;
  final float[] nz;
  final int[] s0; // generator
  final int[] s1;
  final int[] s2;
  final int[] s3;
  final int[] words; // radius and sign, by [pair, trajectory]
  final int[] angles;
  final float[] radius;
  final float[] noise;

  Float32Spins(int size) {
    this.size = size;
    this.mx = new float[size];
    this.my = new float[size];
    this.mz = new float[size];
    this.nx = new float[size];
    this.ny = new float[size];
    this.nz = new float[size];
    this.s0 = new int[size];
    this.s1 = new int[size];
    this.s2 = new int[size];
    this.s3 = new int[size];
    this.words = new int[PAIRS * size];
    this.angles = new int[PAIRS * size];
    this.radius = new float[PAIRS * size];
    this.noise = new float[2 * PAIRS * size];
  }

  /** Seeds the generator of one trajectory with the next 128 bits of its stream. */
  void seed(int index, RandomStream stream) {
    long low = stream.nextLong();
    long high = stream.nextLong();
    s0[index] = (int) low;
    s1[index] = (int) (low >>> 32);
    s2[index] = (int) high;
    s3[index] = (int) (high >>> 32) | 1; // never all zero
  }
}
