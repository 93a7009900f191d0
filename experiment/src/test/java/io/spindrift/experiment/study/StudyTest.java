package io.spindrift.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.LinearEngine;
import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.comparison.SizeScale;
import io.spindrift.experiment.comparison.Verdict;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
  private static final List<String> TINY =
      List.of(
          "device=measured-compact-fit",
          "curve.pulses=1ns:3ns:0.2ns",
          "entropy.rows=8",
          "entropy.columns=64",
          "images.trainCount=60",
          "images.heldOutCount=40",
          "process.steps=50",
          "training.steps=12",
          "training.batch=4",
          "training.checkpointSteps=5",
          "sampling.count=40",
          "sampling.steps=3",
          "sampling.batch=16");

  /** A whole comparison, made once: the tests read it, or compare others with it. */
  private record Whole(Path folder, Comparison found, List<String> told) {}

  @TempDir static Path common;

  private static @Nullable Whole made;

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void compareOnce() {
    Path root = common.resolve("whole");
    List<String> told = new ArrayList<>();
    StudyFolder place = begin(root, comparisonPlan());
    made = new Whole(root, run(place, 3, Progress.NONE, told, StudyTest::comparison), told);
  }

  private static Whole whole() {
    return Objects.requireNonNull(made);
  }

  @Test
  void aComparisonLeavesItsVerdictTableFiguresAndImages() {
    Comparison found = whole().found();
    assertThat(found.fid().pairs()).extracting(p -> p.seed()).containsExactly(4L, 9L);
    assertThat(found.fid().pairs().getFirst().difference()).isNotZero();
    assertThat(found.fid().meanDifference())
        .isEqualTo(
            found.fid().pairs().stream().mapToDouble(p -> p.difference()).average().orElseThrow());
    assertThat(found.margin()).isEqualTo(1e9);
    assertThat(found.verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(found.trainings()).hasSize(4);
    assertThat(whole().told()).hasSize(2).first().asString().startsWith("seed 4: FID ");
    for (String file :
        List.of(
            "study.json",
            "config.yaml",
            "comparison.json",
            "comparison.parquet",
            "forest.png",
            "forest.svg",
            "report.html",
            "images/real.png",
            "seed-4/config.yaml",
            "seed-4/checkpoint-hardware.safetensors",
            "seed-9/checkpoint-software.safetensors",
            "seed-9/images/software.png",
            "seed-9/quality-software.json")) {
      assertThat(whole().folder().resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void anotherNumberOfThreadsChangesNothing() {
    Comparison alone = run(begin("one", comparisonPlan()), 1, Progress.NONE, StudyTest::comparison);
    assertThat(values(alone)).isEqualTo(values(whole().found()));
  }

  @Test
  void aComparisonStoppedAnywhereGoesOnToTheSameNumbers() {
    String undisturbed = values(whole().found());
    StudyFolder place = begin("stopped", comparisonPlan());
    for (int sitting = 1; ; sitting++) {
      try {
        assertThat(
                values(run(place, 2, stopAfter(9 + 2L * sitting * sitting), StudyTest::comparison)))
            .isEqualTo(undisturbed);
        assertThat(sitting).isGreaterThan(3);
        return;
      } catch (Progress.Stopped stopped) {
        assertThat(sitting).isLessThan(60);
      }
    }
  }

  @Test
  void whatIsKnownIsNotMadeAgain() throws IOException {
    Path root = copyOfWhole();
    Path weights = root.resolve("seed-4/checkpoint-hardware.safetensors");
    Path samples = root.resolve("seed-9/samples-software.npy");
    FileTime before = FileTime.fromMillis(1000);
    Files.setLastModifiedTime(weights, before);
    Files.delete(samples);
    StudyFolder again = StudyFolder.open(root, ComparisonPlan.WORD);
    run(again, 2, Progress.NONE, StudyTest::comparison);
    assertThat(Files.getLastModifiedTime(weights)).isEqualTo(before);
    assertThat(samples).doesNotExist();
  }

  @Test
  void aComparisonKeptWithFidAloneGetsTheOtherMetricsWithoutTrainingOrDrawingAgain()
      throws IOException {
    String whole =
        values(run(begin("old", comparisonPlan()), 2, Progress.NONE, StudyTest::comparison));
    Path root = folder.resolve("old");
    List<Path> qualities =
        List.of(
            root.resolve("floor.json"),
            root.resolve("seed-4/quality-hardware.json"),
            root.resolve("seed-9/quality-software.json"));
    for (Path file : qualities) {
      Files.writeString(
          file,
          "{\"extractor\": \"pool of seven by seven\", \"images\": 40, \"metrics\":"
              + " {\"FID\": {\"value\": 9, \"low\": 8, \"high\": 10}}, \"warnings\": []}");
    }
    List<Path> made =
        List.of(
            root.resolve("seed-4/checkpoint-hardware.safetensors"),
            root.resolve("seed-9/samples-software.npy"));
    FileTime before = FileTime.fromMillis(1000);
    for (Path file : made) {
      Files.setLastModifiedTime(file, before);
    }
    Comparison again =
        run(StudyFolder.open(root, ComparisonPlan.WORD), 2, Progress.NONE, StudyTest::comparison);
    assertThat(values(again)).isEqualTo(whole);
    assertThat(again.metrics())
        .extracting(m -> m.metric())
        .startsWith("FID")
        .contains("KID", "precision", "recall", "nearer to training images", "FID of class 0");
    assertThat(again.floor().metrics()).containsKey("KID").doesNotContainKey("nearer to training");
    for (Path file : made) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }
  }

  @Test
  void aSweepDrawsEveryValueAndSaysWhereTheMarginIsExceeded() {
    Path weights = whole().folder().resolve("seed-4/checkpoint-software.safetensors");
    Tolerance found =
        run(begin("sweep", sweepPlan(weights, false)), 2, Progress.NONE, StudyTest::sweep);
    assertThat(found.points()).extracting(p -> p.value()).containsExactly(64.0, 8.0, 1.0);
    assertThat(found.points().getFirst().sampled()).isNotEqualTo(found.software());
    assertThat(found.points().get(2).sampled()).isNotEqualTo(found.points().get(1).sampled());
    assertThat(found.sentence()).contains("entropy.bitsPerSample");
    assertThat(found.trainedThreshold()).isNull();
    assertThat(told).hasSize(4);
    for (String file :
        List.of("tolerance.json", "tolerance.parquet", "tolerance.png", "report.html")) {
      assertThat(folder.resolve("sweep").resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aSweepMayTrainFirstAndAtEveryValue() {
    Tolerance found =
        run(begin("trained", sweepPlan(null, true)), 2, Progress.NONE, StudyTest::sweep);
    assertThat(found.points())
        .allSatisfy(p -> assertThat(p.trained()).isNotNull().isNotEqualTo(p.sampled()));
    assertThat(Objects.requireNonNull(found.trainedSentence())).contains("entropy.bitsPerSample");
    assertThat(folder.resolve("trained/trained-software/checkpoint-software.safetensors"))
        .isNotEmptyFile();
    assertThat(folder.resolve("trained/trained-8/checkpoint-hardware.safetensors"))
        .isNotEmptyFile();
  }

  @Test
  void samplersAreMeasuredAtEveryNumberOfStepsAndGoOnAfterAStop() {
    Path weights = whole().folder().resolve("seed-4/checkpoint-hardware.safetensors");
    SamplerPlan plan =
        new SamplerPlan(
            SamplerPlan.WORD,
            "spindrift",
            weights.toString(),
            List.of("ddpm", "ddim"),
            List.of(2, 5),
            NoiseKind.SOFTWARE);
    StudyFolder place = begin("samplers", plan);
    assertThatThrownBy(() -> run(place, 2, stopAfter(300), StudyTest::samplers))
        .isInstanceOf(Progress.Stopped.class);
    assertThat(folder.resolve("samplers/ddpm-2/point.json")).isNotEmptyFile();
    SamplerTable found = run(place, 2, Progress.NONE, StudyTest::samplers);
    assertThat(found.points())
        .extracting(p -> p.sampler() + " " + p.steps() + " " + p.calls())
        .containsExactly("ddpm 2 2", "ddpm 5 5", "ddim 2 2", "ddim 5 5");
    assertThat(found.points())
        .allSatisfy(p -> assertThat(p.secondsPerImage()).isPositive())
        .extracting(p -> p.quality().fid().value())
        .doesNotHaveDuplicates();
    for (String file : List.of("samplers.json", "samplers_calls.svg", "samplers_time.png")) {
      assertThat(folder.resolve("samplers").resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aFolderOfAnotherStudyIsRefused() {
    StudyFolder sweep = begin("other", sweepPlan(null, false));
    assertThatThrownBy(() -> run(sweep, 1, Progress.NONE, StudyTest::comparison))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("made by diffusion compare, but it holds one of tolerate");
    assertThatThrownBy(() -> StudyFolder.open(folder.resolve("none"), ComparisonPlan.WORD))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("it holds none");
    assertThatThrownBy(() -> begin("other", comparisonPlan()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void equalSeedsAreRefused() {
    assertThatThrownBy(() -> ComparisonPlan.of("", List.of(1L, 1L), Margin.DEFAULT))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("all different");
  }

  private Path copyOfWhole() throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> files = Files.walk(whole().folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(whole().folder().relativize(file)));
      }
    }
    return copy;
  }

  private static ComparisonPlan comparisonPlan() {
    return ComparisonPlan.of("spindrift", List.of(4L, 9L), new Margin(1e9, false));
  }

  private static TolerancePlan sweepPlan(@Nullable Path weights, boolean trainToo) {
    return new TolerancePlan(
        TolerancePlan.WORD,
        "spindrift",
        weights == null ? null : weights.toString(),
        "entropy.bitsPerSample",
        List.of(64.0, 8.0, 1.0),
        SizeScale.LOGARITHMIC,
        Margin.DEFAULT,
        trainToo);
  }

  private static Comparison comparison(StudyTools tools, StudyFolder place) {
    return new ComparisonStudy(tools).run(place);
  }

  private static Tolerance sweep(StudyTools tools, StudyFolder place) {
    return new ToleranceStudy(tools).run(place);
  }

  private static SamplerTable samplers(StudyTools tools, StudyFolder place) {
    return new SamplerStudy(tools).run(place);
  }

  private StudyFolder begin(String name, StudyFolder.Plan plan) {
    return begin(folder.resolve(name), plan);
  }

  private static StudyFolder begin(Path root, StudyFolder.Plan plan) {
    SpindriftConfig config = ConfigLoader.load(Optional.empty(), Size.QUICK, TINY);
    return StudyFolder.begin(root, plan, config);
  }

  private <T> T run(
      StudyFolder place,
      int threads,
      Progress progress,
      BiFunction<StudyTools, StudyFolder, T> study) {
    return run(place, threads, progress, told, study);
  }

  private static <T> T run(
      StudyFolder place,
      int threads,
      Progress progress,
      List<String> told,
      BiFunction<StudyTools, StudyFolder, T> study) {
    try (Workers workers = new Workers(threads)) {
      return study.apply(new StudyTools(new LinearEngine(), workers, progress, told::add), place);
    }
  }

  /** Everything that chance decides; speeds are left out. */
  private static String values(Comparison found) {
    return found.metrics() + found.sentence() + found.floor();
  }

  private static Progress stopAfter(long checks) {
    AtomicLong left = new AtomicLong(checks);
    return new Progress() {
      @Override
      public Task begin(String title, long total, String unit) {
        return Progress.NONE.begin(title, total, unit);
      }

      @Override
      public void checkStopped() {
        if (left.decrementAndGet() < 0) {
          throw new Stopped();
        }
      }
    };
  }
}
