package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.numerics.NumericalFailure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenoiserTrainingTest {
  @ParameterizedTest
  @EnumSource(names = {"AUTO", "FP32"})
  void fourImagesAreLearntByHeart(Precision precision) {
    try (DenoiserTraining training = begin(precision, 1, 1)) {
      double[] errors = TinyNets.train(training, 80, 4);

      // The last convolution starts at zero, so the first error is the noise's own power.
      assertThat(errors[0]).isBetween(0.8, 1.2);
      assertThat(errors[errors.length - 1]).isLessThan(0.5 * errors[0]);
      assertThat(training.stepsDone()).isEqualTo(80);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "FP32"})
  void sameSeedGivesTheSameNetworkBitForBit(Precision precision) {
    float[] first = trained(precision, 1, 1);
    assertThat(trained(precision, 1, 1)).containsExactly(first);
    assertThat(trained(precision, 1, 2)).isNotEqualTo(first);
  }

  @Test
  void trainingsSideBySideDoNotDisturbEachOther() {
    float[] first = trained(Precision.AUTO, 1, 1);
    float[] second = trained(Precision.AUTO, 1, 2);
    CompletableFuture<float[]> beside =
        CompletableFuture.supplyAsync(() -> trained(Precision.AUTO, 1, 2));
    assertThat(trained(Precision.AUTO, 1, 1)).containsExactly(first);
    assertThat(beside.join()).containsExactly(second);
  }

  @Test
  void initialWeightsDependOnTheSeedAlone() {
    assertThat(trained(Precision.FP32, 1, 9, 0)).containsExactly(trained(Precision.FP32, 2, 9, 0));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "FP32"})
  void aRestoredTrainingGoesOnAsIfUndisturbed(Precision precision, @TempDir Path folder) {
    Path file = folder.resolve("checkpoint.safetensors");
    double[] undisturbed;
    float[] expected;
    try (DenoiserTraining training = begin(precision, 1, 1)) {
      TinyNets.train(training, 7, 4);
      training.save(file);
      undisturbed = TinyNets.train(training, 5, 4);
      expected = TinyNets.predictions(training, 3);
    }
    try (DenoiserTraining training = begin(precision, 1, 77)) {
      training.restore(file);
      assertThat(training.stepsDone()).isEqualTo(7);
      assertThat(TinyNets.train(training, 5, 4)).containsExactly(undisturbed);
      assertThat(TinyNets.predictions(training, 3)).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "FP32"})
  void theNoiseOfAnImageDoesNotDependOnTheBatch(Precision precision) {
    int size = TinyNets.SPEC.image().size();
    int many = 71;
    try (DenoiserTraining training = begin(precision, 1, 1)) {
      TinyNets.train(training, 10, 4);
      try (var denoiser = training.averaged()) {
        float[] noisy = TinyNets.normal(3, many * size);
        float[] steps = TinyNets.timesteps(many);
        float[] together = new float[many * size];
        denoiser.predict(noisy, steps, TinyNets.noClasses(many), many, together);
        for (int batch : new int[] {1, 7, 64}) {
          for (int from = 0; from < many; from += 3 * batch) {
            int to = Math.min(many, from + batch);
            float[] apart = new float[(to - from) * size];
            denoiser.predict(
                Arrays.copyOfRange(noisy, from * size, to * size),
                Arrays.copyOfRange(steps, from, to),
                TinyNets.noClasses(to - from),
                to - from,
                apart);
            assertThat(apart).containsExactly(Arrays.copyOfRange(together, from * size, to * size));
          }
        }
      }
    }
  }

  @Test
  void anAveragedCopyIsNotChangedByLaterSteps() {
    try (DenoiserTraining training = begin(Precision.FP32, 1, 1)) {
      TinyNets.train(training, 5, 4);
      float[] noisy = TinyNets.normal(3, 64);
      float[] before = new float[64];
      float[] after = new float[64];
      try (var copy = training.averaged()) {
        copy.predict(noisy, new float[] {5}, TinyNets.noClasses(1), 1, before);
        TinyNets.train(training, 5, 4);
        copy.predict(noisy, new float[] {5}, TinyNets.noClasses(1), 1, after);
      }
      assertThat(after).containsExactly(before);
    }
  }

  @Test
  void bfloatAndSinglePrecisionAgreeToTheirDigits() {
    float[] single = trained(Precision.FP32, 1, 1, 1);
    float[] brain = trained(Precision.BF16, 1, 1, 1);
    // One step leaves outputs near zero; bf16 keeps 8 bits, lost afresh in each of some 20 layers.
    for (int i = 0; i < single.length; i++) {
      assertThat(brain[i]).isCloseTo(single[i], offset(0.01f));
    }
  }

  @Test
  void anErrorThatIsNotFiniteEndsTheTraining() {
    try (DenoiserTraining training = begin(Precision.FP32, 1, 1)) {
      float[] noisy = TinyNets.normal(1, 64);
      noisy[10] = Float.NaN;
      assertThatThrownBy(() ->
              training.step(
                  TinyNets.batch(
                      noisy, new float[] {5}, TinyNets.noClasses(1), TinyNets.normal(2, 64))))
          .isInstanceOf(NumericalFailure.class)
          .hasMessageContaining("training step 1");
      assertThat(training.stepsDone()).isZero();
    }
  }

  private static float[] trained(Precision precision, int threads, long seed) {
    return trained(precision, threads, seed, 6);
  }

  private static float[] trained(Precision precision, int threads, long seed, int steps) {
    try (DenoiserTraining training = begin(precision, threads, seed)) {
      TinyNets.train(training, steps, 4);
      return steps == 0
          ? FlatWeights.read(((UNetTraining) training).weights().values())
          : TinyNets.predictions(training, 3);
    }
  }

  private static DenoiserTraining begin(Precision precision, int threads, long seed) {
    return TinyNets.engine(precision, threads).begin(TinyNets.SPEC, TinyNets.OPTIMISER, seed, "");
  }
}
