package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Gaussian samples found by walking down a binary tree whose coins are biased anew at every node.
 *
 * <p>The normal is cut into 2^d cells of equal width h = 2 R / 2^d over [-R, R], R = 3 + d/4 sigma,
 * the outermost open towards infinity. The first coin is the sign. Every later coin halves an
 * interval of |x|: it shows the inner half with the conditional probability P(inner half |
 * interval). The leaf is the midpoint of its cell, all midpoints scaled by one factor that makes
 * the variance 1 for ideal coins. With cells of equal probability instead, every coin would be fair
 * and the tree would be {@link InverseTable}.
 *
 * <p>The stated law is that of the coins as they are, {@link TreeCoins#achieved}.
 */
public final class ProbabilityTree implements StatedGaussian {
  /** Fewest levels. */
  public static final int LEAST_DEPTH = 2;

  /** Most levels: 65536 cells. */
  public static final int MOST_DEPTH = 16;

  private static final int CHUNK = 4096;

  private final TreeCoins coins;
  private final int depth;
  private final double[] wanted;
  private final float[] leaves;
  private final DiscreteLaw law;

  /** A tree of {@code depth} levels, 2 to 16. */
  public ProbabilityTree(TreeCoins coins, int depth) {
    this.coins = coins;
    this.depth = Require.inRange("bits per sample", depth, LEAST_DEPTH, MOST_DEPTH);
    int cells = 1 << (depth - 1);
    double width = (3 + depth / 4.0) / cells;
    double[] ideal = idealMasses(cells, width);
    this.wanted = wantedProbabilities(ideal);
    double square = 0;
    for (int i = 0; i < cells; i++) {
      square += ideal[cells + i] * (i + 0.5) * (i + 0.5);
    }
    this.leaves = new float[cells];
    double[] magnitudes = new double[cells];
    for (int i = 0; i < cells; i++) {
      magnitudes[i] = (i + 0.5) / Math.sqrt(square);
      leaves[i] = (float) magnitudes[i];
    }
    this.law = law(magnitudes);
  }

  /** A tree whose coins are made of fair bits. */
  public static ProbabilityTree ofFairBits(BitSource source, int depth) {
    return new ProbabilityTree(new TreeCoins.FairBits(source), depth);
  }

  private ProbabilityTree(ProbabilityTree like, TreeCoins coins) {
    this.coins = coins;
    this.depth = like.depth;
    this.wanted = like.wanted;
    this.leaves = like.leaves;
    this.law = like.law;
  }

  /** The same tree with coins of other fair bits; itself where junctions are its coins. */
  @Override
  public ProbabilityTree over(BitSource other) {
    return switch (coins) {
      case TreeCoins.FairBits _ -> new ProbabilityTree(this, new TreeCoins.FairBits(other));
      case TreeCoins.Tuned _ -> this;
    };
  }

  /** P(|x| in the interval of a node), nodes numbered as in a heap: 1 is the root. */
  private static double[] idealMasses(int cells, double width) {
    double[] masses = new double[2 * cells];
    for (int i = 0; i < cells; i++) {
      double outer = i + 1 == cells ? Double.POSITIVE_INFINITY : (i + 1) * width;
      masses[cells + i] = 2 * NormalTails.between(i * width, outer);
    }
    for (int node = cells - 1; node > 0; node--) {
      masses[node] = masses[2 * node] + masses[2 * node + 1];
    }
    return masses;
  }

  /** Of the sign at index 0, of the inner half at every node. */
  private static double[] wantedProbabilities(double[] masses) {
    double[] wanted = new double[masses.length / 2];
    wanted[0] = 0.5;
    for (int node = 1; node < wanted.length; node++) {
      wanted[node] = masses[2 * node] / masses[node];
    }
    return wanted;
  }

  private DiscreteLaw law(double[] magnitudes) {
    int cells = magnitudes.length;
    double[] masses = new double[2 * cells];
    masses[1] = 1;
    double sign = coins.achieved(wanted[0]);
    double bits = coins.expectedBits(wanted[0]);
    for (int node = 1; node < cells; node++) {
      double inner = coins.achieved(wanted[node]);
      masses[2 * node] = masses[node] * inner;
      masses[2 * node + 1] = masses[node] * (1 - inner);
      bits += masses[node] * coins.expectedBits(wanted[node]);
    }
    double[] values = new double[2 * cells];
    double[] both = new double[2 * cells];
    for (int i = 0; i < cells; i++) {
      values[cells + i] = magnitudes[i];
      values[cells - 1 - i] = -magnitudes[i];
      both[cells + i] = (1 - sign) * masses[cells + i];
      both[cells - 1 - i] = sign * masses[cells + i];
    }
    return new DiscreteLaw(values, both, bits);
  }

  @Override
  public String name() {
    return "probability tree of depth " + depth + " on " + coins.name();
  }

  @Override
  public DiscreteLaw law() {
    return law;
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    for (int done = 0, j = 0; done < length; done += CHUNK, j++) {
      TreeCoins.Tosses tosses = coins.open(key.at(j), wanted);
      for (int i = 0; i < Math.min(CHUNK, length - done); i++) {
        target[offset + done + i] = walk(tosses);
      }
    }
  }

  private float walk(TreeCoins.Tosses tosses) {
    boolean negative = tosses.toss(0);
    int node = 1;
    while (node < leaves.length) {
      node = tosses.toss(node) ? 2 * node : 2 * node + 1;
    }
    float magnitude = leaves[node - leaves.length];
    return negative ? -magnitude : magnitude;
  }
}
