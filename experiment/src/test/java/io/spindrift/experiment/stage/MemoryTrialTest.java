package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.spec.MemoryLoader;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts lie within five standard deviations of their closed form: 1 false alarm in 10^6 each. */
class MemoryTrialTest {
  private static final StreamKey VARIATION = StreamKey.root(1).purpose("variation");

  @Test
  void countsFollowTheirClosedForms() {
    Bench bench = bench("array.rows=256", "array.columns=512", "senseAmplifier.noise=8mV");
    for (ErrorShare error : bench.written.errors()) {
      requireNear(error);
    }
    for (ErrorShare error : bench.read.errors()) {
      requireNear(error);
    }
    assertThat(bench.read.errors().getFirst().wrong()).isPositive();
    assertThat(bench.written.errors().getFirst().share()).isBetween(0.1, 0.3);
    for (HoldReading hold : bench.held) {
      hold.losses().forEach(MemoryTrialTest::requireNear);
    }
    // At 600 K half the barrier over kT is left, and cells are lost; at 300 K none is.
    assertThat(bench.held.getFirst().losses().getFirst().wrong()).isZero();
    assertThat(bench.held.getLast().losses().getFirst().wrong()).isPositive();
  }

  @Test
  void readingsThatDisturbManyCellsAreInTheClosedForms() {
    Bench bench =
        bench(
            "array.rows=256", "senseAmplifier.disturbPerReading=0.2", "senseAmplifier.noise=40mV");
    bench.written.errors().forEach(MemoryTrialTest::requireNear);
    bench.read.errors().forEach(MemoryTrialTest::requireNear);
    assertThat(bench.written.errors()).hasSize(6);
    assertThat(bench.read.errors().getLast().predicted()).isCloseTo(0.2, within(1e-6));
    // Each of four readings disturbs what three rounds repair: more than one reading's share stays.
    assertThat(bench.written.errors().getLast().predicted()).isGreaterThan(0.2);
  }

  @Test
  void verificationLeavesTheFailuresOfAllItsRounds() {
    Bench bench = bench("array.rows=128", "senseAmplifier.noise=0V", "senseAmplifier.offset=0V");
    ErrorShare once = bench.written.errors().getFirst();
    ErrorShare kept = bench.written.errors().get(4);
    assertThat(kept.cells()).isEqualTo(once.cells());
    assertThat(kept.predicted()).isBetween(Math.pow(once.predicted(), 3), once.predicted() / 4);
    assertThat(bench.written.attempts().stream().mapToLong(n -> n).sum()).isEqualTo(128);
  }

  @Test
  void stuckCellsAreCountedApart() {
    Bench bench =
        bench("array.rows=128", "faults.stuckParallel=0.01", "faults.stuckAntiparallel=0.02");
    long cells = 128L * 512;
    assertThat((double) bench.written.stuck()).isBetween(0.027 * cells, 0.033 * cells);
    // A fair pattern disagrees with half of them.
    assertThat((double) bench.written.stuckWrong()).isBetween(0.013 * cells, 0.017 * cells);
    assertThat(bench.read.errors().stream().limit(2).mapToLong(ErrorShare::cells).sum())
        .isEqualTo(cells - bench.written.stuck());
  }

  @Test
  void actionsAreThoseThatHappened() {
    Bench bench = bench("array.rows=64");
    long cells = 64L * 512;
    assertThat(bench.ledger.stage("read").count(Action.CELL_READ)).isEqualTo(cells);
    assertThat(bench.ledger.stage("read").count(Action.ROW_ACTIVATION)).isEqualTo(64);
    assertThat(bench.ledger.stage("write").count(Action.CELL_READ)).isEqualTo(cells);
    // Half the cells differ from a fair pattern, within five standard deviations.
    assertThat((double) bench.ledger.stage("write").count(Action.TOGGLE_PULSE))
        .isBetween(cells / 2.0 - 2.5 * Math.sqrt(cells), cells / 2.0 + 2.5 * Math.sqrt(cells));
    assertThat(bench.ledger.stage("read after rest").count(Action.CELL_READ)).isEqualTo(2 * cells);
  }

  @Test
  void threadsChangeNothing() {
    MemorySpec spec = spec("array.rows=96");
    Junction write = write();
    Bench one = new Bench(spec, write, 1);
    for (int threads : new int[] {3, 8}) {
      Bench other = new Bench(spec, write, threads);
      assertThat(other.written).isEqualTo(one.written);
      assertThat(other.read).isEqualTo(one.read);
      assertThat(other.held).isEqualTo(one.held);
      assertThat(other.cells()).isEqualTo(one.cells());
    }
  }

  @Test
  void patternsAreWhatTheirNamesSay() {
    long[] words = new long[2];
    StoredPattern.CHECKERBOARD.fill(0, words);
    assertThat(words[0] & 3).isEqualTo(2);
    StoredPattern.CHECKERBOARD.fill(1, words);
    assertThat(words[0] & 3).isEqualTo(1);
    StoredPattern.ONES.fill(0, words);
    assertThat(words).containsOnly(-1L);
    StoredPattern.ZEROS.fill(0, words);
    assertThat(words).containsOnly(0L);
    // 0x80 sets the first of eight cells, 0x01 the last; three bytes repeat over the rows.
    StoredPattern bits = StoredPattern.of(new byte[] {(byte) 0x80, 0x01, 0x40});
    bits.fill(0, words);
    assertThat(words[0] & 0xFFFFFF).isEqualTo(0x028001);
    bits.fill(1, words);
    assertThat(words[0] & 0xFFFFFF).isEqualTo(0x010280);
  }

  private static void requireNear(ErrorShare error) {
    assertThat(Math.abs(error.wrong() - error.cells() * error.predicted()))
        .as(error.toString())
        .isLessThanOrEqualTo(
            5 * Math.sqrt(error.cells() * error.predicted() * (1 - error.predicted())) + 1e-9);
  }

  private static Bench bench(String... changes) {
    return new Bench(spec(changes), write(), 2);
  }

  private static MemorySpec spec(String... changes) {
    List<String> all = new ArrayList<>(List.of("array.kinds=64"));
    all.addAll(Arrays.asList(changes));
    return MemoryLoader.load("vcmram-28nm", all).spec();
  }

  private static Junction write() {
    try (Workers workers = new Workers(1)) {
      return MemoryJunctions.write(
          DeviceLoader.load("measured-compact-fit", List.of()).spec(),
          ConfigLoader.load(Optional.empty(), Size.QUICK, List.of()),
          WriteChoice.FREE,
          workers,
          Progress.NONE);
    }
  }

  /** One whole trial. */
  private static final class Bench {
    private final CellArray array;
    private final WriteReading written;
    private final ReadReading read;
    private final List<HoldReading> held = new ArrayList<>();
    private final Ledger ledger = new Ledger();

    Bench(MemorySpec spec, Junction write, int threads) {
      array =
          new CellArray(
              spec.array().shape(),
              spec.array().cellKinds(VARIATION),
              spec.faults().cellFaults(VARIATION));
      StreamKey key = StreamKey.root(11);
      try (Workers workers = new Workers(threads)) {
        MemoryTrial trial =
            new MemoryTrial(
                spec,
                write,
                array,
                VARIATION,
                StoredPattern.random(key.purpose("pattern")),
                key,
                workers,
                Progress.NONE);
        assertThat(trial.pulse().mean(MagneticState.PARALLEL)).isBetween(0.6, 1.0);
        trial.scramble(workers);
        written = trial.write(3, ledger, workers, Progress.NONE);
        read = trial.read(ledger, workers, Progress.NONE);
        for (double kelvin : new double[] {300, 600}) {
          held.add(trial.hold(1, kelvin, ledger, workers, Progress.NONE));
        }
      }
    }

    List<Long> cells() {
      List<Long> cells = new ArrayList<>();
      long[] row = new long[array.shape().rowWords()];
      for (int r = 0; r < array.shape().rows(); r++) {
        array.copyRow(r, row, 0);
        Arrays.stream(row).forEach(cells::add);
        cells.add(array.wear(r));
      }
      return cells;
    }
  }
}
