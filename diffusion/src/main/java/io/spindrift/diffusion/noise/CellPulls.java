package io.spindrift.diffusion.noise;

import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/** The cells of one array: with which probability each replaces its bit, and by what. */
final class CellPulls {
  private final boolean rotated;
  private final BernoulliCells share;
  private final long[] toOne;

  private CellPulls(boolean rotated, BernoulliCells share, long[] toOne) {
    this.rotated = rotated;
    this.share = share;
    this.toOne = toOne;
  }

  /** The cells of an array whose typical cell has {@code probability} at calibration. */
  static CellPulls of(CellVariation variation, double probability) {
    double[] cell = variation.draw(probability);
    double[] share = new double[cell.length];
    long[] toOne = new long[cell.length / 64];
    for (int c = 0; c < cell.length; c++) {
      Pull pull = Pull.between(probability, cell[c]);
      share[c] = pull.share();
      toOne[c / 64] |= pull.toOne() ? 1L << c % 64 : 0;
    }
    return new CellPulls(variation.rotated(), BernoulliCells.of(share), toOne);
  }

  int cells() {
    return share.cells();
  }

  /** Mean probability over the cells when the latent chain has {@code probability}. */
  double share(double probability) {
    double sum = 0;
    for (int c = 0; c < cells(); c++) {
      sum += pull(c).of(probability);
    }
    return sum / cells();
  }

  /** What a cell does to its bit. */
  Pull pull(int cell) {
    return new Pull(share.probability(cell), (toOne[cell / 64] >>> cell % 64 & 1) == 1);
  }

  /** Lets the cells act on the bits of a block; {@code mask} is room for as many words. */
  void apply(StreamKey chance, long[] words, long[] mask) {
    int cell = rotated ? (int) Long.remainderUnsigned(chance.at(0).high(), toOne.length) : 0;
    share.draw(cell, RandomWords.open(chance.at(1)), mask, 0, mask.length);
    for (int w = 0; w < mask.length; w++) {
      words[w] = (words[w] & ~mask[w]) | (toOne[cell] & mask[w]);
      cell = cell + 1 == toOne.length ? 0 : cell + 1;
    }
  }
}
