package io.spindrift.memory;

import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;

/** A bit counter in the array's periphery: every bit that enters a sample is counted. */
public final class CountedSum implements GaussianSource {
  private final BinomialSum sum;
  private final Ledger.Stage stage;

  /** Counts the work of {@code sum} in the given stage. */
  public CountedSum(BinomialSum sum, Ledger.Stage stage) {
    this.sum = sum;
    this.stage = stage;
  }

  @Override
  public String name() {
    return sum.name();
  }

  @Override
  public double reachSigma() {
    return sum.reachSigma();
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    sum.fill(key, target, offset, length);
    stage.add(Action.BIT_COUNT, sum.bitsFor(length));
  }
}
