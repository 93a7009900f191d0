package io.spindrift.diffusion.noise;

import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.numerics.Require;

/**
 * The exact law of Gaussian samples that count imperfect bits, x = (K - centre) / scale.
 *
 * <p>With p the share of the latent chain at the time of the block, q = 1 - p, rho its correlation,
 * m_i and d_i what the cell of bit i does (see {@link ImperfectBits}) and a_i = 1 - m_i,
 *
 * <pre>
 *   P_i = m_i d_i + a_i p
 *   E K = sum P_i
 *   var K = sum P_i (1 - P_i) + 2 p q sum over i &lt; j of a_i a_j rho^(j - i)
 *   cov(K, K') = p q sum over i in K, j in K' of a_i a_j rho^(j - i)
 * </pre>
 *
 * <p>for K' a later sample of the same block. For cells that are all alike that is n p, n p q I
 * with the inflation I of {@link io.spindrift.entropy.gaussian.MarkovSum}, and at lag one p q rho
 * ((1 - rho^n) / (1 - rho))^2. A sum is drawn in chunks ({@link BinomialSum#samplesPerChunk}) that
 * begin a new chain at cell 0, so samples of two chunks are independent.
 *
 * <p>Fair standardisation has centre n / 2 and scale sqrt(n) / 2. A calibrated circuit knows the
 * array's own share P of ones at calibration, has centre n P and scale sqrt(n P (1 - P)), and knows
 * neither the correlation nor the drift.
 */
public final class CountLaw {
  private final NoiseImperfection imperfection;
  private final CellPulls cells;
  private final double probability;
  private final double centre;
  private final double scale;

  private CountLaw(
      NoiseImperfection imperfection,
      CellPulls cells,
      double probability,
      BinomialLattice lattice) {
    this.imperfection = imperfection;
    this.cells = cells;
    this.probability = probability;
    this.centre = lattice.centre();
    this.scale = lattice.scale();
  }

  /** The law of the samples in the blocks of one image and step, for bits that were fair. */
  public static CountLaw at(
      NoiseImperfection imperfection, Standardisation standardisation, long image, long step) {
    CellPulls cells = CellPulls.of(imperfection.cells(), imperfection.probabilityOfOne());
    return new CountLaw(
        imperfection,
        cells,
        imperfection.probabilityAt(image, step),
        lattice(imperfection, cells, standardisation));
  }

  /** The law right after calibration. */
  public static CountLaw atCalibration(
      NoiseImperfection imperfection, Standardisation standardisation) {
    return at(imperfection, standardisation, 0, 0);
  }

  /** Share of ones that the array has at calibration: what a calibrated circuit knows. */
  static double calibratedShare(NoiseImperfection imperfection) {
    return CellPulls.of(imperfection.cells(), imperfection.probabilityOfOne())
        .share(imperfection.probabilityOfOne());
  }

  private static BinomialLattice lattice(
      NoiseImperfection imperfection, CellPulls cells, Standardisation standardisation) {
    int n = imperfection.bitsPerSample();
    return switch (standardisation) {
      case FAIR -> BinomialLattice.fair(n);
      case CALIBRATED -> {
        double p = cells.share(imperfection.probabilityOfOne());
        yield new BinomialLattice(n, p, n * p, Math.sqrt(n * p * (1 - p)));
      }
    };
  }

  /** Expected share of ones over all cells. */
  public double shareOfOnes() {
    return cells.share(probability);
  }

  /** Mean of sample {@code v} of a block; over the starts where blocks are rotated. */
  public double mean(int v) {
    double sum = 0;
    for (int start = 0; start < starts(); start++) {
      sum += count(start, v).mean();
    }
    return (sum / starts() - centre) / scale;
  }

  /** Variance of sample {@code v} of a block. */
  public double variance(int v) {
    return covariance(v, 0);
  }

  /** Covariance of the samples {@code v} and {@code v + lag} of a block. */
  public double covariance(int v, int lag) {
    Require.atLeast("lag", lag, 0);
    double product = 0;
    double first = 0;
    double second = 0;
    for (int start = 0; start < starts(); start++) {
      Count one = count(start, v);
      Count other = lag == 0 ? one : count(start, v + lag);
      product += one.mean() * other.mean() + countCovariance(one, other, v, lag);
      first += one.mean();
      second += other.mean();
    }
    double n = starts();
    return (product / n - first / n * (second / n)) / (scale * scale);
  }

  /** Mean of the first {@code values} samples of a block together. */
  public double mean(Values of) {
    double sum = 0;
    for (int v = 0; v < of.count(); v++) {
      sum += mean(v);
    }
    return sum / of.count();
  }

  /**
   * Variance of those samples about their common mean: that of each about its own, and that of the
   * means, which a fixed pattern of cells makes differ.
   */
  public double variance(Values of) {
    double mean = mean(of);
    double sum = 0;
    for (int v = 0; v < of.count(); v++) {
      sum += variance(v) + (mean(v) - mean) * (mean(v) - mean);
    }
    return sum / of.count();
  }

  /** Correlation of neighbours among those samples about their common mean and variance. */
  public double lagOneCorrelation(Values of) {
    double mean = mean(of);
    double sum = 0;
    for (int v = 0; v + 1 < of.count(); v++) {
      sum += covariance(v, 1) + (mean(v) - mean) * (mean(v + 1) - mean);
    }
    return sum / (of.count() - 1) / variance(of);
  }

  /**
   * The samples of one block that are looked at together.
   *
   * @param count how many, at least 2
   */
  public record Values(int count) {
    /** Checks the range. */
    public Values {
      Require.inRange("values of a block", count, 2, 1 << 24);
    }
  }

  /** P(K = k) of sample {@code v}, k = 0 .. n; over the starts where blocks are rotated. */
  public double[] masses(int v) {
    double[] sum = new double[imperfection.bitsPerSample() + 1];
    for (int start = 0; start < starts(); start++) {
      double[] masses = masses(start, v);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += masses[k] / starts();
      }
    }
    return sum;
  }

  /** The value of {@code ones} ones. */
  public double value(int ones) {
    return (ones - centre) / scale;
  }

  /** Moments of one count, and how it hangs together with what lies before and after it. */
  private record Count(double mean, double variance, double towardsEnd, double fromStart) {}

  private Count count(int start, int v) {
    double pq = probability * (1 - probability);
    double rho = imperfection.correlation();
    double mean = 0;
    double variance = 0;
    double towardsEnd = 0;
    double fromStart = 0;
    double power = 1;
    int n = imperfection.bitsPerSample();
    for (int i = 0; i < n; i++) {
      Pull pull = pull(start, v, i);
      double free = 1 - pull.share();
      double one = pull.of(probability);
      mean += one;
      variance += one * (1 - one) + 2 * pq * free * rho * towardsEnd;
      towardsEnd = rho * towardsEnd + free;
      fromStart += power * free;
      power *= rho;
    }
    return new Count(mean, variance, towardsEnd, fromStart);
  }

  private double countCovariance(Count one, Count other, int v, int lag) {
    if (lag == 0) {
      return one.variance();
    }
    int chunk = BinomialSum.samplesPerChunk(imperfection.bitsPerSample());
    if (v / chunk != (v + lag) / chunk) {
      return 0;
    }
    double apart =
        Math.pow(imperfection.correlation(), (lag - 1.0) * imperfection.bitsPerSample() + 1);
    return probability * (1 - probability) * one.towardsEnd() * apart * other.fromStart();
  }

  /** One bit after the other, the latent chain's state kept apart from what is counted. */
  private double[] masses(int start, int v) {
    int n = imperfection.bitsPerSample();
    double up = probability * (1 - imperfection.correlation());
    double down = (1 - probability) * (1 - imperfection.correlation());
    double[] zero = new double[n + 1];
    double[] one = new double[n + 1];
    zero[0] = 1 - probability;
    one[0] = probability;
    for (int i = 0; i < n; i++) {
      Pull pull = pull(start, v, i);
      double shown = pull.of(0);
      double shownOfOne = pull.of(1);
      for (int k = i + 1; k >= 0; k--) {
        double ofZero = (1 - shown) * zero[k] + (k == 0 ? 0 : shown * zero[k - 1]);
        double ofOne = (1 - shownOfOne) * one[k] + (k == 0 ? 0 : shownOfOne * one[k - 1]);
        zero[k] = ofZero * (1 - up) + ofOne * down;
        one[k] = ofZero * up + ofOne * (1 - down);
      }
    }
    double[] masses = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      masses[k] = zero[k] + one[k];
    }
    return masses;
  }

  private int starts() {
    return imperfection.cells().rotated() ? cells.cells() / 64 : 1;
  }

  private Pull pull(int start, int v, int i) {
    int n = imperfection.bitsPerSample();
    long bit = (long) (v % BinomialSum.samplesPerChunk(n)) * n + i;
    return cells.pull((int) ((64L * start + bit) % cells.cells()));
  }
}
