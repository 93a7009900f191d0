package io.spindrift.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.TinyRun;
import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.comparison.Verdict;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonStudyTest {
  /** A whole comparison, made once: the tests read it, or compare others with it. */
  private record Whole(Path folder, Comparison found, List<String> told) {}

  @TempDir static Path common;

  private static @Nullable Whole made;

  @TempDir Path folder;

  @BeforeAll
  static void compareOnce() {
    Path root = common.resolve("whole");
    List<String> told = new ArrayList<>();
    Comparison found =
        TinyStudy.run(
            TinyStudy.begin(root, plan()),
            3,
            Progress.NONE,
            told,
            tools -> new ComparisonStudy(tools)::run);
    made = new Whole(root, found, told);
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
    Comparison alone = compare(begin("one"), 1, Progress.NONE);
    assertThat(values(alone)).isEqualTo(values(whole().found()));
  }

  @Test
  void aComparisonStoppedAnywhereGoesOnToTheSameNumbers() {
    String undisturbed = values(whole().found());
    StudyFolder place = begin("stopped");
    for (int sitting = 1; ; sitting++) {
      try {
        assertThat(values(compare(place, 2, TinyRun.stopAfter(9 + 2L * sitting * sitting))))
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
    compare(again, 2, Progress.NONE);
    assertThat(Files.getLastModifiedTime(weights)).isEqualTo(before);
    assertThat(samples).doesNotExist();
  }

  @Test
  void aComparisonKeptWithFidAloneGetsTheOtherMetricsWithoutTrainingOrDrawingAgain()
      throws IOException {
    String whole = values(compare(begin("old"), 2, Progress.NONE));
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
    Comparison again = compare(StudyFolder.open(root, ComparisonPlan.WORD), 2, Progress.NONE);
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

  private static ComparisonPlan plan() {
    return ComparisonPlan.of("spindrift", List.of(4L, 9L), new Margin(1e9, false));
  }

  private StudyFolder begin(String name) {
    return TinyStudy.begin(folder.resolve(name), plan());
  }

  private static Comparison compare(StudyFolder place, int threads, Progress progress) {
    return TinyStudy.run(
        place, threads, progress, new ArrayList<>(), tools -> new ComparisonStudy(tools)::run);
  }

  /** Everything that chance decides; speeds are left out. */
  private static String values(Comparison found) {
    return found.metrics() + found.sentence() + found.floor();
  }
}
