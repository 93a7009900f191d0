package io.spindrift.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.LinearEngine;
import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.comparison.SizeScale;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.NoiseConfig;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToleranceStudyTest {
  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();

  @Test
  void aSweepDrawsEveryValueAndSaysWhereTheMarginIsExceeded() {
    Path weights = folder.resolve("net.safetensors");
    LinearEngine.writeCheckpoint(weights);
    Tolerance found = sweep(begin("sweep", plan(weights, false)));
    assertThat(found.points()).extracting(p -> p.value()).containsExactly(64.0, 8.0, 1.0);
    assertThat(found.points().getFirst().sampled()).isNotEqualTo(found.software());
    assertThat(found.points().get(2).sampled()).isNotEqualTo(found.points().get(1).sampled());
    assertThat(found.margin()).isEqualTo(0.1 * found.software().fid().value());
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
    Tolerance found = sweep(begin("trained", plan(null, true)));
    assertThat(found.points())
        .allSatisfy(p -> assertThat(p.trained()).isNotNull().isNotEqualTo(p.sampled()));
    assertThat(Objects.requireNonNull(found.trainedSentence())).contains("entropy.bitsPerSample");
    assertThat(folder.resolve("trained/trained-software/checkpoint-software.safetensors"))
        .isNotEmptyFile();
    assertThat(folder.resolve("trained/trained-8/checkpoint-hardware.safetensors"))
        .isNotEmptyFile();
  }

  @Test
  void anImperfectionIsOneOfTheTrainingToo() {
    Path weights = folder.resolve("net.safetensors");
    LinearEngine.writeCheckpoint(weights);
    sweep(begin("both", plan("noise.sampling.bitsPerSample", weights, true)));

    assertThat(noise("both/value-8").training()).isNotEqualTo(noise("both/value-8").sampling());
    assertThat(noise("both/trained-8").training()).isEqualTo(noise("both/value-8").sampling());
    assertThat(noise("both/trained-8").sampling()).isEqualTo(noise("both/value-8").sampling());
  }

  @Test
  void aFolderOfAnotherStudyIsRefused() {
    StudyFolder sweep = begin("other", plan(null, false));
    assertThatThrownBy(() -> compare(sweep))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("made by diffusion compare, but it holds one of tolerate");
    assertThatThrownBy(() -> StudyFolder.open(folder.resolve("none"), ComparisonPlan.WORD))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("it holds none");
    assertThatThrownBy(() -> begin("other", plan(null, true)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("not empty");
  }

  private NoiseConfig noise(String place) {
    return ConfigLoader.resolved(folder.resolve(place).resolve("config.yaml")).noise();
  }

  private static TolerancePlan plan(@Nullable Path weights, boolean trainToo) {
    return plan("entropy.bitsPerSample", weights, trainToo);
  }

  private static TolerancePlan plan(String knob, @Nullable Path weights, boolean trainToo) {
    return new TolerancePlan(
        TolerancePlan.WORD,
        "spindrift",
        weights == null ? null : weights.toString(),
        knob,
        List.of(64.0, 8.0, 1.0),
        SizeScale.LOGARITHMIC,
        Margin.DEFAULT,
        trainToo);
  }

  private StudyFolder begin(String name, StudyFolder.Plan plan) {
    return TinyStudy.begin(folder.resolve(name), plan);
  }

  private Tolerance sweep(StudyFolder place) {
    return TinyStudy.run(place, 2, Progress.NONE, told, tools -> new ToleranceStudy(tools)::run);
  }

  private Comparison compare(StudyFolder place) {
    return TinyStudy.run(place, 1, Progress.NONE, told, tools -> new ComparisonStudy(tools)::run);
  }
}
