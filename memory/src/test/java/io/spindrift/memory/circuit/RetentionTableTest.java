package io.spindrift.memory.circuit;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static io.spindrift.device.MagneticState.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.retention.HeldJunction;
import io.spindrift.device.retention.Retention;
import io.spindrift.device.retention.StateRates;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.spec.Endurance;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTableTest {
  private static final StreamKey KEY = StreamKey.root(23);
  private static final DeviceSpec FITTED =
      DeviceLoader.load("measured-compact-fit", List.of()).spec();
  private static final MacrospinDevice MACROSPIN =
      (MacrospinDevice) DeviceLoader.load("precessional-macrospin", List.of()).spec();
  private static final double TEN_YEARS = 10 * 365.25 * 86400;

  private static RetentionTable stated(double kelvin, String... patches) {
    MemorySpec spec = TestMemory.of(patches);
    return RetentionTable.of(spec, FITTED, new CellKinds(16, KEY), KEY, 0, kelvin);
  }

  @Test
  void statedBarrierGivesArrheniusRates() {
    double rate = Math.exp(-40) / 1e-9;
    RetentionTable table = stated(300);
    assertThat(table.kinds()).isEqualTo(16);
    assertThat(table.rates())
        .allSatisfy(r -> assertThat(r.fromParallelPerSecond()).isCloseTo(rate, within(1e-20)));
    for (double seconds : new double[] {1, 3600, TEN_YEARS}) {
      double loss = 0.5 * -Math.expm1(-2 * rate * seconds);
      assertThat(table.after(seconds).mean(PARALLEL)).isCloseTo(loss, within(1e-12 * loss));
    }
    assertThat(table.after(1).mean(PARALLEL)).isCloseTo(4.248e-9, within(1e-12));
    assertThat(table.after(TEN_YEARS).mean(PARALLEL)).isBetween(0.45, 0.5);
    assertThat(table.after(0).mean(PARALLEL)).isZero();
    assertThat(table.after(1e30).mean(ANTIPARALLEL)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void theStatedBarrierIsKeptInJoulesAtOtherTemperatures() {
    double hot = stated(400).rates().getFirst().fromParallelPerSecond();
    assertThat(hot).isCloseTo(Math.exp(-40 * 300.0 / 400) / 1e-9, within(1e-12 * hot));
  }

  @Test
  void weakKindsHaveTheirShareOfTheBarrier() {
    RetentionTable table = stated(300, "faults.weakShare=0.5", "faults.weakBarrierFactor=0.6");
    int weak = 0;
    for (int kind = 0; kind < 16; kind++) {
      boolean is = RetentionTable.isWeak(TestMemory.of("faults.weakShare=0.5").faults(), kind, KEY);
      double rate = Math.exp(is ? -24 : -40) / 1e-9;
      assertThat(table.rates().get(kind).fromAntiparallelPerSecond())
          .isCloseTo(rate, within(1e-12 * rate));
      weak += is ? 1 : 0;
    }
    assertThat(weak).isBetween(1, 15);
  }

  @Test
  void aMacrospinTellsTheRatesOfEachDrawnJunction() {
    CellKinds kinds = new CellKinds(4, KEY);
    RetentionTable table = RetentionTable.of(TestMemory.of(), MACROSPIN, kinds, KEY, 0, 300);
    for (int kind = 0; kind < 4; kind++) {
      MacrospinDevice drawn = new DeviceDraws(MACROSPIN, KEY).draw(kind).device();
      Retention alone = Retention.of(HeldJunction.of(drawn, 0, 300), Optional.empty());
      assertThat(table.rates().get(kind)).isEqualTo(alone.rates());
    }
    RetentionTable warm = RetentionTable.of(TestMemory.of(), MACROSPIN, kinds, KEY, 0, 350);
    assertThat(warm.rates().get(2).fromParallelPerSecond())
        .isGreaterThan(table.rates().get(2).fromParallelPerSecond());
  }

  @Test
  void anyNumberOfThreadsFindsTheSameRates() {
    CellKinds kinds = new CellKinds(8, KEY);
    MemorySpec spec = TestMemory.of("faults.weakShare=0.5");
    RetentionTable one = RetentionTable.of(spec, MACROSPIN, kinds, KEY, 0, 300);
    for (int threads : new int[] {3, 8}) {
      try (Workers workers = new Workers(threads)) {
        assertThat(RetentionTable.of(spec, MACROSPIN, kinds, KEY, 0, 300, workers, Progress.NONE))
            .isEqualTo(one);
      }
    }
  }

  @Test
  void aWeakMacrospinEscapesOverTheLowerBarrier() {
    MemorySpec weak = TestMemory.of("faults.weakShare=1", "faults.weakBarrierFactor=0.8");
    CellKinds one = CellKinds.nominal();
    StateRates rates = RetentionTable.of(weak, MACROSPIN, one, KEY, 0, 300).rates().getFirst();
    Retention sound =
        Retention.of(
            HeldJunction.of(new DeviceDraws(MACROSPIN, KEY).draw(-1).device(), 0, 300),
            Optional.empty());
    double factor = Math.exp(0.2 * sound.barrier(PARALLEL).orElseThrow());
    assertThat(rates.fromParallelPerSecond() / sound.rates().fromParallelPerSecond())
        .isCloseTo(factor, within(1e-9 * factor));
  }

  @Test
  void anArrayLosesWhatTheTableSays() {
    CellKinds kinds = new CellKinds(16, KEY);
    RetentionTable table =
        RetentionTable.of(
            TestMemory.of("faults.weakShare=0.5", "retention.stability=24"),
            FITTED,
            kinds,
            KEY,
            0,
            300);
    MemorySpec spec = TestMemory.of("array.rows=512", "array.columns=512");
    CellArray array = TestMemory.array(spec, kinds);
    long[] before = new long[512 * 8];
    long[] after = new long[512 * 8];
    copy(array, before);
    try (Workers workers = new Workers(2)) {
      array.flip(0, 512, table.after(1), KEY, workers);
    }
    copy(array, after);
    long lost = 0;
    for (int i = 0; i < before.length; i++) {
      lost += Long.bitCount(before[i] ^ after[i]);
    }
    double expected = 0;
    for (long cell = 0; cell < 1 << 18; cell++) {
      expected += table.rates().get(kinds.kind(cell)).lossProbability(PARALLEL, 1);
    }
    // 2^18 cells, false alarm 6e-5.
    DistributionAssert.binomial(lost, 1 << 18, expected / (1 << 18), 4);
    assertThat(array.wear(0)).as("rest wears nothing").isZero();
  }

  @Test
  void aReadingDisturbsByEscapeAndByTheStatedProbability() {
    MemorySpec spec = TestMemory.of("senseAmplifier.disturbPerReading=0.25");
    RetentionTable table = new RetentionTable(300, List.of(new StateRates(1e8, 3e8)));
    double kept = Math.exp(-4e8 * 5e-9);
    double lossP = 0.25 * (1 - kept);
    double lossAp = 0.75 * (1 - kept);
    assertThat(table.readDisturb(spec.senseAmplifier()).probability(0, PARALLEL))
        .isCloseTo(0.75 * lossP + 0.25 * (1 - lossAp), within(1e-14));
    assertThat(table.readDisturb(TestMemory.of().senseAmplifier()).probability(0, ANTIPARALLEL))
        .isCloseTo(lossAp, within(1e-14));
  }

  @Test
  void wearIsCountedByRowAgainstTheStatedCycles() {
    MemorySpec spec = TestMemory.of("array.rows=4", "array.columns=64");
    CellArray array = TestMemory.array(spec, CellKinds.nominal());
    array.addWear(0, 100);
    array.addWear(1, 101);
    array.addWear(2, 400);
    RowWear wear = RowWear.of(array, new Endurance(100));
    assertThat(wear.worn()).isEqualTo(2);
    assertThat(wear.wornShare()).isEqualTo(0.5);
    assertThat(wear.mostPulses()).isEqualTo(400);
    assertThat(wear.meanPulses()).isEqualTo(601 / 4.0);
    assertThat(wear.used()).isEqualTo(4);
    assertThat(wear.remainingSeconds(1e6)).isZero();
    assertThat(RowWear.of(array, new Endurance(1000)).remainingSeconds(10)).isEqualTo(60);
    assertThat(RowWear.lifetimeSeconds(spec.endurance(), 1e8)).isEqualTo(1e7);
  }

  private static void copy(CellArray array, long[] target) {
    for (int row = 0; row < array.shape().rows(); row++) {
      array.copyRow(row, target, row * array.shape().rowWords());
    }
  }

  @Test
  void bothStatesOfAnEvenJunctionAreLostAlike() {
    for (MagneticState from : MagneticState.values()) {
      assertThat(stated(300).after(60).mean(from))
          .isEqualTo(stated(300).after(60).mean(from.opposite()));
    }
  }
}
