package io.spindrift.experiment.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.diffusion.training.TrainingLog.Entry;
import io.spindrift.experiment.LinearEngine;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRecorderTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

  @TempDir Path folder;

  private final DenoiserTraining training = LinearEngine.untrained(4);

  private TrainingFiles files() {
    return TrainingFiles.beside(folder.resolve("net.safetensors"));
  }

  private static TrainingLog steps(long from, long to) {
    List<Entry> entries =
        LongStream.range(from, to)
            .mapToObj(k -> new Entry(k, 1f / (k + 1), 2, 1e-3f, 0.01f, 64, 0.1f * k))
            .toList();
    return new TrainingLog(entries);
  }

  private int rows() {
    return ParquetTable.read(files().table()).rows();
  }

  @Test
  void theTableHoldsEveryColumnOfEveryStep() {
    try (TrainingRecorder recorder = files().recorder(0, NOON)) {
      recorder.save(training, steps(0, 3));
    }
    Table table = ParquetTable.read(folder.resolve("net.safetensors.parquet"));
    assertThat(table.columns())
        .containsOnlyKeys(
            "step",
            "loss",
            "gradient_norm",
            "learning_rate",
            "waited_seconds",
            "images_per_second",
            "seconds");
    assertThat(table.numbers("step")).containsExactly(0, 1, 2);
    assertThat(table.numbers("loss")).containsExactly(1, 0.5, 1 / 3f);
    assertThat(table.numbers("gradient_norm")).containsExactly(2, 2, 2);
    assertThat(table.numbers("learning_rate")).containsExactly(1e-3f, 1e-3f, 1e-3f);
    assertThat(table.numbers("waited_seconds")).containsExactly(0.01f, 0.01f, 0.01f);
    assertThat(table.numbers("images_per_second")).containsExactly(64, 64, 64);
    assertThat(table.numbers("seconds")).containsExactly(0, 0.1f, 0.2f);
    Path state = folder.resolve("state");
    training.save(state);
    assertThat(folder.resolve("net.safetensors")).hasSameBinaryContentAs(state);
    assertThat(folder.resolve("net.safetensors-events")).isNotEmptyDirectory();
  }

  @Test
  void aLongTrainingRewritesItsTableRarely() {
    long written = 0;
    try (TrainingRecorder recorder = files().recorder(0, NOON)) {
      int before = 0;
      for (int checkpoint = 0; checkpoint < 200; checkpoint++) {
        recorder.save(training, steps(10L * checkpoint, 10L * checkpoint + 10));
        int now = rows();
        written += now == before ? 0 : now;
        before = now;
      }
      assertThat(written).isLessThanOrEqualTo(5 * 2000);
      assertThat(before).isGreaterThanOrEqualTo(1600);
    }
    assertThat(rows()).isEqualTo(2000);
  }

  @Test
  void aContinuedTrainingHasEveryStepOnce() {
    try (TrainingRecorder recorder = files().recorder(0, NOON)) {
      recorder.save(training, steps(0, 8));
    }
    try (TrainingRecorder recorder = files().recorder(6, NOON)) {
      assertThat(recorder.earlier()).isEqualTo(steps(0, 6));
      recorder.save(training, steps(6, 9));
    }
    assertThat(ParquetTable.read(files().table()).numbers("step"))
        .containsExactly(LongStream.range(0, 9).asDoubleStream().toArray());
  }

  @Test
  void aTrainingWithoutItsLogGoesOn() {
    try (TrainingRecorder recorder = files().recorder(6, NOON)) {
      assertThat(recorder.earlier()).isEqualTo(TrainingLog.EMPTY);
      recorder.save(training, steps(6, 9));
    }
    assertThat(ParquetTable.read(files().table()).numbers("step")).containsExactly(6, 7, 8);
  }
}
