package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.spindrift.diffusion.denoiser.DenoiserTraining;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the number of threads must not change: a batch of 71 is two whole shards and a part. */
class ThreadCountTest {
  private static final int BATCH = 71;

  /** Errors of all steps, weights afterwards, and what the averaged network predicts. */
  private record Outcome(double[] errors, float[] weights, float[] predictions) {
    void requireSameBits(Outcome expected) {
      assertThat(errors).containsExactly(expected.errors);
      assertThat(weights).containsExactly(expected.weights);
      assertThat(predictions).containsExactly(expected.predictions);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BF16", "FP32"})
  void oneTwoThreeAndEightThreadsGiveTheSameNetworkBitForBit(Precision precision) {
    Outcome expected = train(TinyNets.engine(precision, 1), 1);
    for (int threads : new int[] {2, 3, 8}) {
      train(TinyNets.engine(precision, threads), 1).requireSameBits(expected);
    }
  }

  @Test
  void trainingsThatShareTheThreadsDoNotDisturbEachOther() {
    TorchEngine engine = TinyNets.engine(Precision.FP32, 2);
    Outcome first = train(engine, 1);
    Outcome second = train(engine, 2);
    CompletableFuture<Outcome> beside = CompletableFuture.supplyAsync(() -> train(engine, 2));
    train(engine, 1).requireSameBits(first);
    beside.join().requireSameBits(second);
  }

  @Test
  void stepsLeaveNoNativeObjectBehind() {
    try (DenoiserTraining training =
        TinyNets.engine(Precision.FP32, 2).begin(TinyNets.SPEC, TinyNets.OPTIMISER, 1, "")) {
      TinyNets.train(training, 2, BATCH);
      long before = Pointer.totalCount();
      TinyNets.train(training, 20, BATCH);
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
  }

  /** The mean error of 40 images is 0.8 that of the first 32 and 0.2 that of the last 8. */
  @Test
  void theGradientOfABatchIsTheWeightedSumOfThoseOfItsShards() {
    LibTorch library = LibTorch.start(new TorchOptions(2, Precision.FP32));
    try (UNetTraining training =
        new UNetTraining(library, TinyNets.SPEC, TinyNets.OPTIMISER, 1, "")) {
      TinyNets.train(training, 3, 4);
      double[] error = new double[3];
      float[] whole = gradient(training, 0, 40, error, 0);
      float[] first = gradient(training, 0, 32, error, 1);
      float[] last = gradient(training, 32, 40, error, 2);
      assertThat(error[0]).isCloseTo(0.8 * error[1] + 0.2 * error[2], offset(1e-12));
      for (int i = 0; i < whole.length; i++) {
        // Two products and a sum are each rounded to 24 bits.
        float bound = 3e-7f * (Math.abs(first[i]) + Math.abs(last[i])) + 1e-30f;
        assertThat(whole[i]).isCloseTo(0.8f * first[i] + 0.2f * last[i], offset(bound));
      }
    }
  }

  private static float[] gradient(
      UNetTraining training, int from, int to, double[] error, int place) {
    float[] noisy = TinyNets.normal(1, 40 * 64);
    float[] noise = TinyNets.normal(2, 40 * 64);
    error[place] =
        training.gradient(
            TinyNets.batch(
                Arrays.copyOfRange(noisy, from * 64, to * 64),
                Arrays.copyOfRange(TinyNets.timesteps(40), from, to),
                TinyNets.noClasses(to - from),
                Arrays.copyOfRange(noise, from * 64, to * 64)));
    return FlatWeights.read(training.weights().gradient());
  }

  private static Outcome train(TorchEngine engine, long seed) {
    try (DenoiserTraining training = engine.begin(TinyNets.SPEC, TinyNets.OPTIMISER, seed, "")) {
      return new Outcome(
          TinyNets.train(training, 4, BATCH),
          FlatWeights.read(((UNetTraining) training).weights().values()),
          TinyNets.predictions(training, BATCH));
    }
  }
}
