package io.spindrift.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.coin.ResetCoin;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNoiseTest {
  private static final VcMramArray ARRAY =
      VcMramArray.of(VcMramArrayTest.CELLS, VcMramArrayTest.FROM_P, 32, 128);

  @Test
  void theLedgerOfOneBlockIsTheOneCountedByHand() {
    // 100 samples of 8 bits, 3 tosses a bit: 800 bits, 2,400 tosses in three fills of 800 tosses;
    // a fill takes ceil(800/128) = 7 rows and three activations each: 63.
    Ledger ledger = new Ledger();
    GaussianSource noise =
        new MemoryNoise(ARRAY, 3, 8, Standardisation.FAIR).gaussian(ledger.stage("training"));
    noise.fill(StreamKey.root(1), new float[120], 20, 100);
    assertThat(ledger.snapshot())
        .containsExactly(
            new LedgerEntry("training", Action.RESET_PULSE, 2400),
            new LedgerEntry("training", Action.COIN_PULSE, 2400),
            new LedgerEntry("training", Action.CELL_READ, 2400),
            new LedgerEntry("training", Action.ROW_ACTIVATION, 63),
            new LedgerEntry("training", Action.XOR, 1600),
            new LedgerEntry("training", Action.BIT_COUNT, 800));
  }

  @Test
  void doublingTheBitsDoublesEveryCount() {
    Ledger once = new Ledger();
    Ledger twice = new Ledger();
    MemoryNoise noise = new MemoryNoise(ARRAY, 2, 16, Standardisation.FAIR);
    // 400 samples of 16 bits are 6,400 bits, 50 whole rows; twice as many are 100.
    noise.gaussian(once.stage("s")).fill(StreamKey.root(1), new float[800], 0, 400);
    noise.gaussian(twice.stage("s")).fill(StreamKey.root(1), new float[800], 0, 800);
    assertThat(once.snapshot()).hasSize(6);
    assertThat(twice.snapshot())
        .isEqualTo(
            once.snapshot().stream()
                .map(e -> new LedgerEntry(e.stage(), e.action(), 2 * e.count()))
                .toList());
  }

  @Test
  void theSamplesAreThoseOfTheEntropyRoomForAnyNumberOfThreads() {
    ResetCoin coin = new ResetCoin("coin", ARRAY.cells());
    BinomialSum plain = BinomialSum.fair(new XorFold(coin, 2), 16);
    GaussianSource noise =
        new MemoryNoise(ARRAY, 2, 16, Standardisation.FAIR).gaussian(new Ledger().stage("s"));
    int blocks = 20;
    float[][] expected = new float[blocks][500];
    for (int b = 0; b < blocks; b++) {
      plain.fill(StreamKey.root(2).at(b), expected[b], 0, 500);
    }
    for (int threads : new int[] {1, 3, 8}) {
      float[][] drawn = new float[blocks][500];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(blocks, b -> noise.fill(StreamKey.root(2).at(b), drawn[b], 0, 500));
      }
      assertThat(drawn).isDeepEqualTo(expected);
    }
  }

  @Test
  void calibratedNoiseTakesTheShareOfOnesThatIsLeftAfterFolding() {
    VcMramArray biased = VcMramArray.of(new SpreadCells(0.646, 0), VcMramArrayTest.FROM_P, 32, 128);
    MemoryNoise noise = new MemoryNoise(biased, 2, 16, Standardisation.CALIBRATED);
    assertThat(noise.shareOfOnes()).isCloseTo(0.5 - 0.042632, within(1e-9));
    assertThat(noise.lattice().mean()).isCloseTo(0, within(1e-12));
    assertThat(noise.lattice().variance()).isCloseTo(1, within(1e-12));
    float[] samples = new float[200_000];
    noise.gaussian(new Ledger().stage("s")).fill(StreamKey.root(5), samples, 0, samples.length);
    double mean = 0;
    for (float x : samples) {
      mean += x / (double) samples.length;
    }
    // 4.5 standard errors of 200,000 samples: false alarm 7e-6.
    assertThat(Math.abs(mean)).isLessThan(4.5 / Math.sqrt(samples.length));
  }

  @Test
  void aKeptLedgerContinuesWhereItStopped() {
    Ledger first = new Ledger();
    first.stage("b").add(Action.XOR, 5);
    first.stage("a").add(Action.CELL_READ, 7);
    Ledger second = new Ledger();
    second.restore(first.snapshot());
    second.stage("b").add(Action.XOR, 1);
    assertThat(second.snapshot())
        .isEqualTo(
            List.of(
                new LedgerEntry("a", Action.CELL_READ, 7), new LedgerEntry("b", Action.XOR, 6)));
  }
}
