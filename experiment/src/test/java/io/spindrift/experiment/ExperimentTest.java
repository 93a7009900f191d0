package io.spindrift.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.RunState.Status;
import io.spindrift.experiment.run.StageReading.Verdict;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
  @TempDir Path folder;

  @Test
  void aRunLeavesEveryFileThatItPromises() {
    RunOutcome outcome = run("whole", config("seed=7"), Progress.NONE, 2);
    assertThat(outcome.status()).isEqualTo(Status.DONE);
    Metrics metrics = outcome.metrics();
    assertThat(Objects.requireNonNull(metrics.fid()).hardware().value()).isPositive();
    assertThat(metrics.entropy().values())
        .filteredOn(check -> check.verdict() != Verdict.NOT_APPLICABLE)
        .hasSizeGreaterThan(6)
        .allSatisfy(check -> assertThat(check.pValue()).isBetween(0.0, 1.0));
    assertThat(metrics.stages())
        .extracting(Metrics.StageTime::name)
        .containsExactly("device", "entropy", "memory", "diffusion", "metric", "cost", "report");
    for (String file :
        List.of(
            "config.yaml",
            "run.json",
            "metrics.json",
            "references.bib",
            "report.html",
            "switching_curve.parquet",
            "autocorrelation.parquet",
            "noise_histogram.parquet",
            "schedule.parquet",
            "training_loss.parquet",
            "training-hardware.parquet",
            "training-software.parquet",
            "ledger.parquet",
            "technologies.parquet",
            "images/hardware.png",
            "images/software.png",
            "images/real.png",
            "checkpoint-hardware.safetensors",
            "checkpoint-software.safetensors",
            "samples-hardware.npy",
            "samples-software.npy")) {
      assertThat(outcome.directory().resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aRunTellsItsImagesFirstAndThenEachStage() {
    List<String> told = new ArrayList<>();
    StageListener listener =
        new StageListener() {
          @Override
          public void began(Path directory, boolean resumed, String images) {
            told.add(images);
          }

          @Override
          public void stageBegan(String stage) {}

          @Override
          public void stageFinished(String stage, String sentence, double seconds) {
            told.add(stage);
          }

          @Override
          public void stageKept(String stage) {}
        };
    run(folder.resolve("told"), config("seed=7"), Progress.NONE, 2, listener);
    assertThat(told)
        .containsExactly(
            "strokes, 100 images",
            "device",
            "entropy",
            "memory",
            "diffusion",
            "metric",
            "cost",
            "report");
  }

  @Test
  void theLedgerCountsEveryBitOfNoiseOfTheHardwareArm() {
    Metrics metrics = run("ledger", config("seed=7"), Progress.NONE, 2).metrics();
    long samplesTrained = 12 * 4 * 784L;
    assertThat(metrics.ledger())
        .filteredOn(e -> e.purpose().equals("training") && e.action().equals("coin pulse"))
        .singleElement()
        .satisfies(e -> assertThat(e.count()).isEqualTo(samplesTrained * 16 * 2));
    assertThat(metrics.ledger())
        .filteredOn(e -> e.purpose().equals("sampling") && e.action().equals("multiply accumulate"))
        .singleElement()
        .satisfies(e -> assertThat(e.count()).isEqualTo(40L * 5 * 784));
  }

  @Test
  void theSameSeedGivesTheSameMetricsForAnyThreadsAndBatchAndAnotherSeedDiffers() {
    Metrics one = run("one", config("seed=7"), Progress.NONE, 1).metrics();
    Metrics three = run("three", config("seed=7", "sampling.batch=7"), Progress.NONE, 3).metrics();
    Metrics other = run("other", config("seed=8"), Progress.NONE, 2).metrics();
    assertThat(withoutTimes(three)).isEqualTo(withoutTimes(one));
    assertThat(other.fid()).isNotEqualTo(one.fid());
    assertThat(other.bits()).isNotEqualTo(one.bits());
  }

  @Test
  void aStoppedRunIsMarkedAndReadableAndResumesToTheSameResult() throws IOException {
    Metrics whole = run("whole", config("seed=7"), Progress.NONE, 2).metrics();
    Set<Integer> stagesDone = new HashSet<>();
    for (long after : new long[] {2, 30, 66}) {
      Path out = folder.resolve("stopped-" + after);
      RunOutcome stopped = run(out, config("seed=7"), TinyRun.stopAfter(after), 2);
      assertThat(stopped.status()).isEqualTo(Status.STOPPED);
      stagesDone.add(stopped.metrics().stages().size());
      assertThat(RunDirectory.open(out).state().status()).isEqualTo(Status.STOPPED);
      assertThat(Files.readString(out.resolve("report.html"))).contains("not finished");
      try (Workers workers = new Workers(2)) {
        RunOutcome resumed =
            new Experiment(new LinearEngine(), workers, Progress.NONE, StageListener.NONE)
                .resume(out);
        assertThat(resumed.status()).isEqualTo(Status.DONE);
        assertThat(withoutTimes(resumed.metrics())).isEqualTo(withoutTimes(whole));
      }
      assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("not finished");
    }
    assertThat(stagesDone).as("stages done when it was stopped").hasSize(3).contains(3);
  }

  @Test
  void aFolderThatHoldsSomethingIsRefusedAndLeftAsItWas() throws IOException {
    Path out = folder.resolve("taken");
    run(out, config("seed=7"), Progress.NONE, 2);
    String before = Files.readString(out.resolve("metrics.json"));
    assertThatThrownBy(() -> run(out, config("seed=8"), Progress.NONE, 2))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("holds another run")
        .hasMessageContaining("--resume");
    assertThat(Files.readString(out.resolve("metrics.json"))).isEqualTo(before);
  }

  @Test
  void badInputIsRefusedBeforeAnythingIsWritten() {
    for (List<String> bad :
        List.of(
            List.of("device=measured-compact-fitt"),
            List.of("images.set=/nowhere"),
            List.of("denoiser.multipliers=[1, 1, 1, 1, 1]"),
            List.of("sampling.steps=60"),
            List.of("sampling.eta=0.5"),
            List.of("denoiser.conditional=false", "sampling.guidance=2"),
            List.of("training.labelDropout=0", "sampling.guidance=2"),
            List.of("metric.extractor=/nowhere.safetensors"),
            List.of("operation.temperature=0K"))) {
      Path out = folder.resolve("bad");
      assertThatThrownBy(() -> run(out, config(bad.toArray(String[]::new)), Progress.NONE, 1))
          .as("%s", bad)
          .isInstanceOf(UnusableInput.class);
      assertThat(out).doesNotExist();
    }
  }

  private RunOutcome run(String name, SpindriftConfig config, Progress progress, int threads) {
    return run(folder.resolve(name), config, progress, threads);
  }

  private static RunOutcome run(Path out, SpindriftConfig config, Progress progress, int threads) {
    return run(out, config, progress, threads, StageListener.NONE);
  }

  private static RunOutcome run(
      Path out, SpindriftConfig config, Progress progress, int threads, StageListener listener) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T10:15:00Z"), ZoneOffset.UTC);
    try (Workers workers = new Workers(threads)) {
      return new Experiment(new LinearEngine(), workers, progress, listener)
          .run(
              new RunRequest(config, Size.QUICK, Optional.of(out), "spindrift run --quick", clock));
    }
  }

  private static SpindriftConfig config(String... more) {
    return TinyRun.config(List.of(more));
  }

  /** The metrics without the readings of a clock. */
  private static String withoutTimes(Metrics metrics) {
    return metrics
        .toString()
        .replaceAll("(seconds|PerSecond|waitedShare)=[-0-9.E]+", "$1")
        .replaceAll("sampling batch=[0-9]+", "");
  }
}
