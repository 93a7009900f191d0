package io.spindrift.experiment.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.LinearEngine;
import io.spindrift.experiment.TinyRun;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerStudyTest {
  @TempDir Path folder;

  @Test
  void samplersAreMeasuredAtEveryNumberOfStepsAndGoOnAfterAStop() {
    Path weights = folder.resolve("net.safetensors");
    LinearEngine.writeCheckpoint(weights);
    SamplerPlan plan =
        new SamplerPlan(
            SamplerPlan.WORD,
            "spindrift",
            weights.toString(),
            List.of("ddpm", "ddim"),
            List.of(2, 5),
            NoiseKind.SOFTWARE);
    StudyFolder place = TinyStudy.begin(folder.resolve("samplers"), plan);
    assertThatThrownBy(() -> measure(place, TinyRun.stopAfter(300)))
        .isInstanceOf(Progress.Stopped.class);
    assertThat(folder.resolve("samplers/ddpm-2/point.json")).isNotEmptyFile();
    SamplerTable found = measure(place, Progress.NONE);
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

  private static SamplerTable measure(StudyFolder place, Progress progress) {
    return TinyStudy.run(
        place, 2, progress, new ArrayList<>(), tools -> new SamplerStudy(tools)::run);
  }
}
