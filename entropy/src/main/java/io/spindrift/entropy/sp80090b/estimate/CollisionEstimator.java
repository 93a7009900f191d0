package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * The mean wait until a bit value repeats.
 *
 * <p>Among three bits two are equal, so a wait t is 2 or 3. For bits of which the likelier has
 * probability p the mean is X = 2 + 2 p (1 - p); with X' = mean - 2.576 sigma / sqrt(v) over v
 * waits, p = 1/2 + sqrt(5/4 - X'/2) and H = -log2 p. SP 800-90B, section 6.3.2, whose step 7 is
 * this parabola written with an incomplete gamma function.
 *
 * <p>As in the reference tool X' is not taken below 2, and above 5/2 the answer is one bit.
 */
public final class CollisionEstimator implements MinEntropyEstimator {
  @Override
  public String name() {
    return "Collision Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    if (!sample.binary()) {
      return found.notApplicable("it is defined for bits");
    }
    Waits waits = waits(sample);
    if (waits.count < 2) {
      return found.notApplicable("it needs at least 2 collisions");
    }
    double count = waits.count;
    double sum = waits.sum;
    double threes = sum - 2 * count;
    double mean = sum / count;
    double squares = 4 * (count - threes) + 9 * threes;
    double deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (count - 1));
    double lowMean = Math.max(2, mean - UpperBound.Z * deviation / Math.sqrt(count));
    double p = lowMean < 2.5 ? 0.5 + Math.sqrt(1.25 - 0.5 * lowMean) : 0.5;
    return found
        .with("v", count)
        .with("Sum t_i", sum)
        .with("X-bar", mean)
        .with("sigma-hat", deviation)
        .with("X-bar'", lowMean)
        .with("p", p)
        .entropyOf(p);
  }

  private record Waits(int count, int sum) {}

  private static Waits waits(Sample sample) {
    int length = sample.length();
    int at = 0;
    int count = 0;
    while (at <= length - 64) {
      long bits = sample.window(at);
      int end = at + 61;
      while (at <= end) {
        int wait = 2 + (int) ((bits ^ (bits >>> 1)) & 1);
        bits >>>= wait;
        at += wait;
        count++;
      }
    }
    while (at < length - 1) {
      int wait = sample.symbol(at) == sample.symbol(at + 1) ? 2 : 3;
      if (at + wait > length) {
        break;
      }
      at += wait;
      count++;
    }
    return new Waits(count, at);
  }
}
