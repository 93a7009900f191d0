package io.spindrift.entropy.sp80022;

import static io.spindrift.entropy.sp80022.Dft125.LANES;
import static io.spindrift.entropy.sp80022.Dft125.POINTS;
import static io.spindrift.entropy.sp80022.Dft125.ROW;
import static io.spindrift.entropy.sp80022.Dft125.WIDTH;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.PackedBits;
import jdk.incubator.vector.FloatVector;

/**
 * Counts the Fourier peaks of a million signs below a threshold on vectors of single precision; the
 * few peaks too near to the threshold for that are computed again in double precision.
 *
 * <p>With j = 15625 s + t and k = c + 64 u, X_k = sum over t of w^(t c) v^(t u) sum over s of x_j
 * exp(-2 pi i s c / 64), w and v the roots of order 10^6 and 15625. The inner sum is read from
 * tables, four signs at a time. Signs are real, so channels c and 64 - c mirror each other:
 * channels 1 to 31 fill lanes of their own, and channels 0 and 32, both real after the modulation
 * (-1)^t of the latter, share the first lane as real and imaginary part. The outer sum is 125 times
 * 125.
 *
 * <p>Each pass rounds relative to its values, which spread evenly over the frequencies, so that the
 * error of a power at the threshold is about 1e-7 of it (standard deviation); the guard is 2.6
 * times the worst error that was seen. Sequences with a peak far above what signs drawn by chance
 * show do not spread evenly and are left to double precision altogether.
 */
final class MillionPeaks {
  /** The only length counted here. */
  static final int BITS = 1_000_000;

  private static final int SPANS = 64;
  private static final int SPAN = POINTS * POINTS;
  private static final int CHANNELS = 32;
  private static final int GROUPS = CHANNELS / WIDTH;
  private static final int QUADS = SPANS / 4;

  /** Half width of the guard, relative to the threshold on the power. */
  static final double GUARD = 2.5e-6;

  /** Powers of independent signs exceed 60 n once in 10^20 sequences. */
  private static final float EVEN = 60f * BITS;

  private static final int FIELD_BITS = 20;
  private static final int FIELD = (1 << FIELD_BITS) - 1;

  private static final float[][] QUAD_SUMS = new float[GROUPS][];
  private static final float[][] FAR_TURNS = new float[GROUPS][];
  private static final float[][] NEAR_TURNS = new float[GROUPS][];
  private static final float[] CROSS = new float[2 * SPAN];

  static {
    UnitRoots roots = new UnitRoots(BITS);
    for (int g = 0; g < GROUPS; g++) {
      QUAD_SUMS[g] = quadSums(g * WIDTH, roots);
      FAR_TURNS[g] = turns(g * WIDTH, POINTS, roots);
      NEAR_TURNS[g] = turns(g * WIDTH, 1, roots);
    }
    for (int b = 0; b < POINTS; b++) {
      for (int row = 0; row < POINTS; row++) {
        long power = (long) SPANS * b * Dft125.frequency(row);
        CROSS[2 * (POINTS * b + row)] = (float) roots.re(power);
        CROSS[2 * (POINTS * b + row) + 1] = (float) roots.im(power);
      }
    }
  }

  private static float[] quadSums(int channel, UnitRoots roots) {
    float[] sums = new float[QUADS * 16 * ROW];
    for (int lane = 0; lane < WIDTH; lane++) {
      int c = channel + lane;
      for (int quad = 0; quad < QUADS; quad++) {
        for (int value = 0; value < 16; value++) {
          double re = 0;
          double im = 0;
          for (int bit = 0; bit < 4; bit++) {
            int s = 4 * quad + bit;
            int sign = 2 * (value >>> bit & 1) - 1;
            re += sign * (c == 0 ? 1 : roots.re((long) SPAN * s * c % BITS));
            im += sign * (c == 0 ? 1 - 2 * (s & 1) : roots.im((long) SPAN * s * c % BITS));
          }
          int at = (16 * quad + value) * ROW + lane;
          sums[at] = (float) re;
          sums[at + WIDTH] = (float) im;
        }
      }
    }
    return sums;
  }

  private static float[] turns(int channel, int stride, UnitRoots roots) {
    float[] turns = new float[POINTS * ROW];
    for (int p = 0; p < POINTS; p++) {
      for (int lane = 0; lane < WIDTH; lane++) {
        long power = (long) stride * p * (channel + lane);
        turns[p * ROW + lane] = (float) roots.re(power);
        turns[p * ROW + WIDTH + lane] = (float) roots.im(power);
      }
    }
    return turns;
  }

  private final BitSequence bits;
  private final double threshold;
  private final long[] columns;
  private final float[] work = new float[POINTS * ROW];
  private final float[] grid = new float[SPAN * ROW];
  private final float[] sharedRe = new float[SPAN];
  private final float[] sharedIm = new float[SPAN];
  private final SinglePower exact;
  private int below;
  private int uneven;

  private MillionPeaks(BitSequence bits, double threshold) {
    this.bits = bits;
    this.threshold = threshold;
    this.columns = columns(bits);
    this.exact = new SinglePower(bits);
  }

  /** Frequencies in [0, n/2) whose power lies below {@code threshold}. */
  static int countBelow(BitSequence bits, double threshold) {
    return new MillionPeaks(bits, threshold).count();
  }

  /** Word t holds the signs 15625 s + t for all s. */
  private static long[] columns(BitSequence bits) {
    long[] columns = new long[PackedBits.words(SPAN) * 64];
    long[] square = new long[64];
    for (int t = 0; t < SPAN; t += 64) {
      for (int s = 0; s < SPANS; s++) {
        square[s] = bits.word(SPAN * s + t);
      }
      BitMatrix.transpose(square);
      System.arraycopy(square, 0, columns, t, 64);
    }
    return columns;
  }

  private int count() {
    for (int g = 0; g < GROUPS; g++) {
      for (int b = 0; b < POINTS; b++) {
        read(g, b);
        Dft125.transform(work);
        scatter(b);
      }
      for (int c = 0; c < POINTS; c++) {
        gather(g, c);
        Dft125.transform(work);
        if (g == 0) {
          takeShared(c);
        }
        tally(g, c);
      }
    }
    below -= SPAN;
    tallyShared();
    return uneven == 0 ? below : SignSpectrum.countBelow(bits, threshold);
  }

  private void read(int group, int b) {
    float[] sums = QUAD_SUMS[group];
    float[] turns = FAR_TURNS[group];
    for (int a = 0; a < POINTS; a++) {
      column(sums, columns[POINTS * a + b], turns, a * ROW);
    }
    if (group == 0) {
      for (int a = 1 - (b & 1); a < POINTS; a += 2) {
        work[a * ROW + WIDTH] = -work[a * ROW + WIDTH];
      }
    }
  }

  private void column(float[] sums, long signs, float[] turns, int at) {
    int first = ((int) signs & 15) * ROW;
    FloatVector re = FloatVector.fromArray(LANES, sums, first);
    FloatVector im = FloatVector.fromArray(LANES, sums, first + WIDTH);
    long rest = signs;
    for (int quad = 1; quad < QUADS; quad++) {
      rest >>>= 4;
      int row = (16 * quad + ((int) rest & 15)) * ROW;
      re = re.add(FloatVector.fromArray(LANES, sums, row));
      im = im.add(FloatVector.fromArray(LANES, sums, row + WIDTH));
    }
    turn(re, im, turns, at, work, at);
  }

  private static void turn(
      FloatVector re, FloatVector im, float[] turns, int from, float[] target, int to) {
    FloatVector wr = FloatVector.fromArray(LANES, turns, from);
    FloatVector wi = FloatVector.fromArray(LANES, turns, from + WIDTH);
    re.mul(wr).sub(im.mul(wi)).intoArray(target, to);
    re.mul(wi).add(im.mul(wr)).intoArray(target, to + WIDTH);
  }

  private void scatter(int b) {
    for (int row = 0; row < POINTS; row++) {
      int cross = 2 * (POINTS * b + row);
      int to = (row * POINTS + b) * ROW;
      Dft125.turn(work, row * ROW, CROSS[cross], CROSS[cross + 1], grid, to);
    }
  }

  private void gather(int group, int row) {
    float[] turns = NEAR_TURNS[group];
    for (int b = 0; b < POINTS; b++) {
      gather((row * POINTS + b) * ROW, turns, b * ROW);
    }
  }

  private void gather(int from, float[] turns, int to) {
    FloatVector re = FloatVector.fromArray(LANES, grid, from);
    FloatVector im = FloatVector.fromArray(LANES, grid, from + WIDTH);
    turn(re, im, turns, to, work, to);
  }

  private void takeShared(int firstRow) {
    for (int row = 0; row < POINTS; row++) {
      int u = Dft125.frequency(firstRow) + POINTS * Dft125.frequency(row);
      sharedRe[u] = work[row * ROW];
      sharedIm[u] = work[row * ROW + WIDTH];
      work[row * ROW] = 0;
      work[row * ROW + WIDTH] = 0;
    }
  }

  private void tally(int group, int firstRow) {
    float low = (float) (threshold * (1 - GUARD));
    float high = (float) (threshold * (1 + GUARD));
    long counts = 0;
    for (int row = 0; row < POINTS; row++) {
      counts += tally(row * ROW, low, high);
    }
    int surely = (int) counts & FIELD;
    int perhaps = (int) (counts >>> FIELD_BITS) & FIELD;
    uneven += POINTS * WIDTH - (int) (counts >>> (2 * FIELD_BITS));
    below += surely;
    if (perhaps > surely) {
      tallyGuarded(group, firstRow, low, high);
    }
  }

  /** Three counts of lanes: below the guard, below its upper end, and below what chance shows. */
  private long tally(int at, float low, float high) {
    FloatVector re = FloatVector.fromArray(LANES, work, at);
    FloatVector im = FloatVector.fromArray(LANES, work, at + WIDTH);
    FloatVector power = re.mul(re).add(im.mul(im));
    return power.lt(low).trueCount()
        + ((long) power.lt(high).trueCount() << FIELD_BITS)
        + ((long) power.lt(EVEN).trueCount() << (2 * FIELD_BITS));
  }

  private void tallyGuarded(int group, int firstRow, float low, float high) {
    for (int row = 0; row < POINTS; row++) {
      int u = Dft125.frequency(firstRow) + POINTS * Dft125.frequency(row);
      for (int lane = 0; lane < WIDTH; lane++) {
        float re = work[row * ROW + lane];
        float im = work[row * ROW + WIDTH + lane];
        float power = re * re + im * im;
        if (power >= low && power < high) {
          below += exactlyBelow(group * WIDTH + lane + SPANS * u);
        }
      }
    }
  }

  private void tallyShared() {
    for (int u = 0; u <= SPAN / 2; u++) {
      int mirror = u == 0 ? 0 : SPAN - u;
      double sumRe = (sharedRe[u] + sharedRe[mirror]) / 2;
      double difIm = (sharedIm[u] - sharedIm[mirror]) / 2;
      tallyOne(sumRe * sumRe + difIm * difIm, SPANS * u);
      if (u > 0) {
        double difRe = (sharedRe[u] - sharedRe[mirror]) / 2;
        double sumIm = (sharedIm[u] + sharedIm[mirror]) / 2;
        tallyOne(difRe * difRe + sumIm * sumIm, BITS / 2 - SPANS * u);
      }
    }
  }

  private void tallyOne(double power, int frequency) {
    uneven += power < EVEN ? 0 : 1;
    if (power < threshold * (1 - GUARD)) {
      below++;
    } else if (power < threshold * (1 + GUARD)) {
      below += exactlyBelow(frequency);
    }
  }

  private int exactlyBelow(int frequency) {
    return exact.at(frequency) < threshold ? 1 : 0;
  }
}
