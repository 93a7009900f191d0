package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.circuit.ReadPath;
import io.spindrift.memory.circuit.RetentionTable;
import io.spindrift.memory.circuit.RowWear;
import io.spindrift.memory.circuit.SenseAmplifierReader;
import io.spindrift.memory.circuit.WriteOutcome;
import io.spindrift.memory.circuit.WriteVerify;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/**
 * An array put to the test: a pattern is written once, verified, read, held and read again.
 *
 * <p>Every count is of cells that are not stuck, and stands beside the mean of its closed form over
 * the kinds of cells, which the array realises at random: besides the binomial error of the counts
 * there is that of the kinds, sigma(p)/sqrt(cells), smaller by sqrt(var p/p(1-p)). Rows are worked
 * on in parallel, each with random words of its own, so the outcome does not depend on the threads.
 */
public final class MemoryTrial {
  private final MemorySpec spec;
  private final Junction write;
  private final StreamKey variation;
  private final StoredPattern pattern;
  private final StreamKey key;
  private final CellArray array;
  private final FlipTable pulse;
  private final ReadPath path;
  private final SenseAmplifierReader reader;
  private final ReadErrors readErrors;

  /**
   * A trial.
   *
   * @param spec the memory
   * @param write its junctions at the pulse that writes
   * @param array its cells
   * @param variation where differences between devices and amplifiers come from
   * @param pattern what is written
   * @param key chance of this trial
   * @param workers share the kinds of cells while their rates are found
   * @param progress tells how far that is
   */
  public MemoryTrial(
      MemorySpec spec,
      Junction write,
      CellArray array,
      StreamKey variation,
      StoredPattern pattern,
      StreamKey key,
      Workers workers,
      Progress progress) {
    OperatingPoint point = write.operatingPoint();
    double kelvin = point.temperatureKelvin();
    this.spec = spec;
    this.write = write;
    this.array = array;
    this.variation = variation;
    this.pattern = pattern;
    this.key = key;
    this.pulse =
        FlipTable.ofPulse(
            array.kinds(), write.switching(), point.voltageVolts(), point.pulseSeconds(), kelvin);
    this.path = new ReadPath(spec, write.resistance(), array.kinds(), kelvin, variation);
    double readVolts = spec.senseAmplifier().readVolts();
    FlipTable disturb =
        rates(readVolts, kelvin, workers, progress).readDisturb(spec.senseAmplifier());
    this.reader = new SenseAmplifierReader(path, disturb);
    this.readErrors = new ReadErrors(path, disturb, array.shape());
  }

  /** How the array is read. */
  public ReadPath path() {
    return path;
  }

  /** What the pulse that writes does to each kind. */
  public FlipTable pulse() {
    return pulse;
  }

  /** Fills the array with fair bits without a pulse, as it might be found. */
  public void scramble(Workers workers) {
    StoredPattern found = StoredPattern.random(key.purpose("found"));
    workers.forEach(
        array.shape().rows(),
        row -> {
          long[] words = new long[array.shape().rowWords()];
          found.fill(row, words);
          array.setRow(row, words, 0);
        });
  }

  /** Writes the pattern: one round of pulses, then up to {@code attempts} in all. */
  public WriteReading write(int attempts, Ledger ledger, Workers workers, Progress progress) {
    WriteErrors errors = new WriteErrors(pulse, readErrors, attempts);
    WriteVerify once = new WriteVerify(pulse, reader, 1);
    WriteVerify again = new WriteVerify(pulse, reader, Math.max(1, attempts - 1));
    forEachRow(
        "writing",
        workers,
        progress,
        "write",
        (rows, random) -> {
          rows.before();
          WriteOutcome raw =
              once.writeOnce(array, rows.row, rows.data, random, ledger.stage("write"));
          rows.after();
          errors.raw(rows);
          if (attempts == 1) {
            errors.done(rows, raw.attempts(), false);
            return;
          }
          WriteOutcome kept =
              again.write(array, rows.row, rows.data, random, ledger.stage("verify"));
          rows.after();
          errors.done(rows, raw.attempts() + kept.attempts(), kept.verified());
        });
    return errors.reading();
  }

  /** Reads every row once. */
  public ReadReading read(Ledger ledger, Workers workers, Progress progress) {
    ReadErrors.Count count = readErrors.count();
    forEachRow(
        "reading",
        workers,
        progress,
        "read",
        (rows, random) -> {
          rows.before();
          sense(rows, random, ledger.stage("read"));
          rows.after();
          count.add(rows);
        });
    return count.reading();
  }

  /** Holds the array for a time at a temperature and reads it; then all is as it was before. */
  public HoldReading hold(
      double seconds, double kelvin, Ledger ledger, Workers workers, Progress progress) {
    FlipTable loss = rates(0, kelvin, workers, progress).after(seconds);
    HoldErrors errors = new HoldErrors(kelvin, loss);
    forEachRow(
        "holding",
        workers,
        progress,
        "hold at " + kelvin,
        (rows, random) -> {
          rows.before();
          array.flip(rows.row, null, loss, random);
          rows.after();
          errors.add(rows);
          sense(rows, random, ledger.stage("read after rest"));
          errors.answers(rows);
          array.setRow(rows.row, rows.before, 0);
        });
    return errors.reading();
  }

  /** The wear of the rows. */
  public RowWear wear() {
    return RowWear.of(array, spec.endurance());
  }

  private void sense(TrialRow rows, RandomWords random, Ledger.Stage stage) {
    reader.read(array, rows.row, rows.answers, random);
    stage.add(Action.CELL_READ, array.shape().columns());
    stage.add(Action.ROW_ACTIVATION, 1);
  }

  private RetentionTable rates(double volts, double kelvin, Workers workers, Progress progress) {
    return RetentionTable.of(
        spec,
        write.spec(),
        array.kinds(),
        variation.purpose("device"),
        volts,
        kelvin,
        workers,
        progress);
  }

  private interface RowWork {
    void on(TrialRow rows, RandomWords random);
  }

  private void forEachRow(
      String title, Workers workers, Progress progress, String purpose, RowWork work) {
    StreamKey chance = key.purpose(purpose);
    int rows = array.shape().rows();
    int perTask = Math.max(1, (1 << 18) / array.shape().columns());
    List<Integer> starts = new ArrayList<>();
    for (int row = 0; row < rows; row += perTask) {
      starts.add(row);
    }
    try (Progress.Task task = progress.begin(title, rows, "rows")) {
      workers.forEach(
          starts.size(),
          i -> {
            progress.checkStopped();
            TrialRow one = new TrialRow(array, pattern);
            int last = Math.min(starts.get(i) + perTask, rows);
            for (int row = starts.get(i); row < last; row++) {
              one.at(row);
              work.on(one, RandomWords.open(chance.at(row)));
            }
            task.advance(last - starts.get(i));
          });
    }
  }
}
