package io.spindrift.diffusion.noise;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * Bits of any source with the imperfections of a memory added, each to its exact law.
 *
 * <p>Bit i of a block is made in three steps out of b_i, the bit of the source.
 *
 * <ol>
 *   <li>Bias and drift: b_i is replaced by d with probability m, so that a fair bit becomes one of
 *       P(1) = p(t) = p + drift.
 *   <li>Correlation: with probability rho the bit holds the value of the one before, which makes
 *       the latent chain l_i, a stationary Markov chain of share p(t) and correlation rho.
 *   <li>Cells: l_i is replaced by d_c with probability m_c, where c is the cell of bit i, so that
 *       P(1) = p_c at calibration; a stuck cell has m_c = 1.
 * </ol>
 *
 * <p>An imperfection of size zero draws nothing and leaves the bits of the source as they are, bit
 * for bit. Masks are drawn by {@link BernoulliCells} from streams below the block's key, exact to
 * 2^-64.
 */
public final class ImperfectBits implements BitSupply {
  private final BitSource source;
  private final NoiseImperfection imperfection;
  private final @Nullable Replaced calibrated;
  private final @Nullable BernoulliCells holds;
  private final @Nullable CellPulls cells;

  /** Bits of a source taken to be fair, with imperfections added. */
  public ImperfectBits(BitSource source, NoiseImperfection imperfection) {
    this.source = source;
    this.imperfection = imperfection;
    this.calibrated = Replaced.reaching(imperfection.probabilityOfOne());
    this.holds =
        imperfection.correlation() > 0 ? BernoulliCells.uniform(imperfection.correlation()) : null;
    this.cells =
        imperfection.cells().any()
            ? CellPulls.of(imperfection.cells(), imperfection.probabilityOfOne())
            : null;
  }

  /** Bits that are replaced by one value at random, all with one probability. */
  private record Replaced(BernoulliCells chosen, boolean byOne) {
    static @Nullable Replaced reaching(double probability) {
      Pull pull = Pull.between(0.5, probability);
      return pull.share() == 0
          ? null
          : new Replaced(BernoulliCells.uniform(pull.share()), pull.toOne());
    }
  }

  @Override
  public String name() {
    return imperfection.isIdeal()
        ? source.name()
        : ImperfectionWords.of(imperfection) + " bits of " + source.name();
  }

  @Override
  public BitSource at(long image, long step) {
    if (imperfection.isIdeal()) {
      return source;
    }
    Replaced bias =
        imperfection.drift().any()
            ? Replaced.reaching(imperfection.probabilityAt(image, step))
            : calibrated;
    return new Block(this, bias);
  }

  /** The bits of one block, at one point of the drift. */
  private record Block(ImperfectBits supply, @Nullable Replaced bias) implements BitSource {
    @Override
    public String name() {
      return supply.name();
    }

    @Override
    public void fill(StreamKey key, long[] words, int bitCount) {
      supply.source.fill(key, words, bitCount);
      int count = PackedBits.wordsIn(words, bitCount);
      long[] mask = new long[count];
      StreamKey chance = key.purpose("imperfection");
      if (bias != null) {
        bias.chosen().draw(0, RandomWords.open(chance.at(0)), mask, 0, count);
        replace(words, mask, bias.byOne());
      }
      if (supply.holds != null) {
        supply.holds.draw(0, RandomWords.open(chance.at(1)), mask, 0, count);
        BitHold.apply(words, mask, count);
      }
      if (supply.cells != null) {
        supply.cells.apply(chance.at(2), words, mask);
      }
      PackedBits.clearSpare(words, bitCount);
    }

    private static void replace(long[] words, long[] mask, boolean byOne) {
      if (byOne) {
        for (int w = 0; w < mask.length; w++) {
          words[w] |= mask[w];
        }
      } else {
        for (int w = 0; w < mask.length; w++) {
          words[w] &= ~mask[w];
        }
      }
    }
  }
}
