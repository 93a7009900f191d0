package io.spindrift.memory.circuit;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static io.spindrift.device.MagneticState.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReadPathTest {
  private static final StreamKey KEY = StreamKey.root(3);

  private static ReadPath path(MemorySpec spec, ResistanceModel model, int kinds) {
    return new ReadPath(spec, model, new CellKinds(kinds, KEY), 300, KEY);
  }

  @Test
  void marginIsTheExcessOfCurrentTimesTimeOverCapacitance() {
    MemorySpec spec = TestMemory.of("array.rows=101", "senseAmplifier.referenceShare=0.25");
    ReadPath path = path(spec, TestMemory.ALIKE, 1);
    double farads = 101 * 0.1e-15 + 1e-15;
    double series = 5000 + 31 * 4.4;
    double parallel = 0.2 / (1e5 + series);
    double antiparallel = 0.2 / (1.6e5 + series);
    double reference = antiparallel + 0.25 * (parallel - antiparallel);
    double leak = 100 * 0.2 / 1e10;
    assertThat(path.cellAmperes(0, PARALLEL, 30)).isCloseTo(parallel, within(1e-18));
    assertThat(path.marginVolts(0, PARALLEL, 30))
        .isCloseTo((parallel + leak - reference) * 5e-9 / farads, within(1e-12));
    assertThat(path.marginVolts(0, ANTIPARALLEL, 30))
        .isCloseTo((antiparallel + leak - reference) * 5e-9 / farads, within(1e-12));
    assertThat(path.marginVolts(0, PARALLEL, 101 + 30))
        .as("the same row of the next sub-array")
        .isEqualTo(path.marginVolts(0, PARALLEL, 30));
  }

  @Test
  void theSignOfTheReadVoltageDoesNotMatterToAnEvenJunction() {
    ReadPath positive = path(TestMemory.of("senseAmplifier.read=0.2V"), TestMemory.SPREAD, 4);
    ReadPath negative = path(TestMemory.of("senseAmplifier.read=-0.2V"), TestMemory.SPREAD, 4);
    for (MagneticState state : MagneticState.values()) {
      assertThat(negative.marginVolts(3, state, 500))
          .isCloseTo(positive.marginVolts(3, state, 500), within(1e-12));
    }
  }

  @Test
  void noiseIsAtLeastThatOfTheCapacitance() {
    double farads = 512 * 0.1e-15 + 1e-15;
    double thermal = Math.sqrt(1.380649e-23 * 300 / farads);
    assertThat(path(TestMemory.of("senseAmplifier.noise=0V"), TestMemory.ALIKE, 1).noiseVolts())
        .isCloseTo(thermal, within(1e-12));
    assertThat(path(TestMemory.of(), TestMemory.ALIKE, 1).noiseVolts()).isEqualTo(1e-3);
  }

  @Test
  void errorIsTheTailBeyondMarginAndOffset() {
    ReadPath path = path(TestMemory.of("senseAmplifier.noise=20mV"), TestMemory.SPREAD, 8);
    double exceeds = path.marginVolts(5, PARALLEL, 7) + path.offsetVolts(11);
    assertThat(path.errorProbability(5, PARALLEL, 11, 7))
        .isEqualTo(NormalTails.upperTail(exceeds / 0.02));
    double lacks = -path.marginVolts(5, ANTIPARALLEL, 7) - path.offsetVolts(11);
    assertThat(path.errorProbability(5, ANTIPARALLEL, 11, 7))
        .isEqualTo(NormalTails.upperTail(lacks / 0.02));
  }

  @Test
  void meanOverManyAmplifiersApproachesTheLawOfTheirOffsets() {
    MemorySpec spec =
        TestMemory.of(
            "array.rows=4",
            "array.columns=4096",
            "senseAmplifier.offset=60mV",
            "senseAmplifier.noise=300mV");
    ReadPath path = path(spec, TestMemory.ALIKE, 1);
    double[] errors = new double[4096];
    Arrays.setAll(errors, column -> path.errorProbability(0, PARALLEL, column, 2));
    // Sample of 4096 amplifiers, false alarm 6e-5.
    DistributionAssert.mean(errors, path.expectedErrorProbability(PARALLEL, 2), 4);
    assertThat(path.meanErrorProbability(PARALLEL, 2))
        .isCloseTo(Arrays.stream(errors).average().orElseThrow(), within(1e-15));
  }

  @Test
  void offsetsHaveTheStatedDeviationAndBelongToTheColumn() {
    MemorySpec spec = TestMemory.of("array.columns=4096", "senseAmplifier.offset=12mV");
    ReadPath path = path(spec, TestMemory.ALIKE, 1);
    double[] offsets = new double[4096];
    Arrays.setAll(offsets, path::offsetVolts);
    DistributionAssert.mean(offsets, 0, 4);
    DistributionAssert.variance(offsets, 0.012 * 0.012, 4);
    ReadPath narrow =
        path(TestMemory.of("array.columns=64", "senseAmplifier.offset=12mV"), TestMemory.ALIKE, 1);
    assertThat(narrow.offsetVolts(63)).isEqualTo(offsets[63]);
  }

  @Test
  void rowsBetweenTheEndsAreNearTheExactCurrent() {
    ResistanceModel bent =
        (state, volts, device) ->
            1e5 / (1 + 0.3 * volts * volts) * (1 + 0.6 * state.ordinal() / (1 + volts * volts));
    MemorySpec spec = TestMemory.of("array.rows=512");
    ReadPath path = path(spec, bent, 1);
    LineDrop lines = new LineDrop(spec, bent);
    // u changes by 1.4 % along the line and R bends by 0.6 per square volt; the interpolation is
    // off by the curvature over 8, a few 1e-6, where the margin is a quarter of the current.
    for (int row : new int[] {0, 100, 256, 511}) {
      double exact =
          new CellBranch(bent, ANTIPARALLEL, -1, 5000 + lines.lineOhms(row)).amperes(0.2);
      assertThat(path.cellAmperes(0, ANTIPARALLEL, row))
          .isCloseTo(exact, within(row % 511 == 0 ? 1e-14 * exact : 5e-6 * exact));
    }
  }

  @Test
  void marginsOfARowAreThoseOfEveryKind() {
    ReadPath path = path(TestMemory.of(), TestMemory.SPREAD, 16);
    ReadMargins margins = ReadMargins.of(path, 511);
    assertThat(margins.volts(PARALLEL)).hasSize(16);
    assertThat(margins.volts(ANTIPARALLEL)[7]).isEqualTo(path.marginVolts(7, ANTIPARALLEL, 511));
    assertThat(margins.worstVolts(PARALLEL))
        .isEqualTo(Arrays.stream(margins.volts(PARALLEL)).min().orElseThrow());
    assertThat(margins.worstVolts(ANTIPARALLEL))
        .isEqualTo(-Arrays.stream(margins.volts(ANTIPARALLEL)).max().orElseThrow());
    assertThat(margins.offsetVolts()).isEqualTo(5e-3);
  }
}
