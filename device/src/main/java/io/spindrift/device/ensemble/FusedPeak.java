package io.spindrift.device.ensemble;

import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.vector.VectorLanes;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** How many fused multiply-adds a second this machine can do, in single precision. */
final class FusedPeak {
  private static final VectorSpecies<Float> F = VectorLanes.FLOATS;
  private static final int ROUNDS = 12;
  private static final int CALLS = 400;
  private static final int TURNS = 10_000;
  private static final int CHAINS = 10;

  /** The best of several rounds, per second of processor time of one thread. */
  static double perCpuSecond() {
    float[] numbers = new float[2 * F.length()];
    Arrays.fill(numbers, 0.5f);
    double best = 0;
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double before = CpuClock.threadSeconds();
      for (int call = 0; call < CALLS; call++) {
        sum += chains(numbers);
      }
      double seconds = CpuClock.threadSeconds() - before;
      best = Math.max(best, (double) CALLS * TURNS * CHAINS * F.length() / seconds);
    }
    return Double.isNaN(sum) ? 0 : best;
  }

  /** Ten independent chains hide the latency of a fused multiply-add on two units. */
  private static float chains(float[] numbers) {
    FloatVector x = FloatVector.fromArray(F, numbers, 0);
    FloatVector y = FloatVector.fromArray(F, numbers, F.length());
    FloatVector a = x;
    FloatVector b = x;
    FloatVector c = x;
    FloatVector d = x;
    FloatVector e = x;
    FloatVector f = x;
    FloatVector g = x;
    FloatVector h = x;
    FloatVector i = x;
    FloatVector j = x;
    for (int turn = 0; turn < TURNS; turn++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
    }
    return a.add(b)
        .add(c)
        .add(d)
        .add(e)
        .add(f)
        .add(g)
        .add(h)
        .add(i)
        .add(j)
        .reduceLanes(VectorOperators.ADD);
  }

  private FusedPeak() {}
}
