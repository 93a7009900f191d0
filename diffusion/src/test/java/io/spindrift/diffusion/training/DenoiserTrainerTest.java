package io.spindrift.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.KeyedNoise;
import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.diffusion.process.GaussianObjective;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.process.Target;
import io.spindrift.diffusion.process.Weighting;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenoiserTrainerTest {
  @TempDir Path folder;
  private final ImageSet images = new StrokesImageSet(StreamKey.root(3), 100);
  private final NoiseSource noise = new KeyedNoise(StreamKey.root(4));

  private final NoiseSchedule schedule = NoiseSchedule.cosine(100);

  private GaussianLessons lessons(TrainingPlan plan) {
    return lessons(plan, Target.EPSILON, noise);
  }

  private GaussianLessons lessons(TrainingPlan plan, Target target, NoiseSource source) {
    return new GaussianLessons(
        plan,
        new GaussianObjective(schedule, target, Weighting.UNIFORM, PixelScale.PLAIN),
        images,
        source);
  }

  private static TrainingPlan plan(long seed, long steps, int batch) {
    return new TrainingPlan(
        steps,
        batch,
        StreamKey.root(seed),
        LabelUse.NONE,
        Long.MAX_VALUE,
        Double.POSITIVE_INFINITY);
  }

  @Test
  void aBatchIsTheMarginalOfItsImagesAndItsNoise() {
    TrainingPlan plan = plan(1, 5, 8);
    TrainingBatch batch = lessons(plan).at(3);
    float[] expectedNoise = new float[784];
    noise.fill("training", 3 * 8 + 2, 3, expectedNoise, 0, 784);
    assertThat(Arrays.copyOfRange(batch.target(), 2 * 784, 3 * 784)).isEqualTo(expectedNoise);
    // Taking the noise away must leave pixels: numbers of [-1, 1], most of them black.
    int t = (int) batch.timesteps()[2];
    int black = 0;
    for (int i = 2 * 784; i < 3 * 784; i++) {
      double clean =
          (batch.noisy()[i] - schedule.spread(t) * batch.target()[i]) / schedule.signal(t);
      assertThat(clean).isBetween(-1.001, 1.001);
      black += clean < -0.99 ? 1 : 0;
    }
    assertThat(black).isBetween(450, 750);
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void theCleanImageCanBeHadBackFromEveryTarget(Target target) {
    TrainingBatch batch = lessons(plan(1, 5, 8), target, noise).at(3);
    TrainingBatch ofNoise = lessons(plan(1, 5, 8)).at(3);
    assertThat(batch.noisy()).isEqualTo(ofNoise.noisy());
    double worst = 0;
    for (int i = 0; i < 8 * 784; i++) {
      int t = (int) batch.timesteps()[i / 784];
      double signal = schedule.signal(t);
      double spread = schedule.spread(t);
      double expected = (batch.noisy()[i] - spread * ofNoise.target()[i]) / signal;
      double clean = target.clean(batch.noisy()[i], batch.target()[i], signal, spread);
      worst = Math.max(worst, signal * Math.abs(clean - expected));
    }
    assertThat(worst).isLessThan(1e-5);
  }

  @Test
  void aShareOfTheLabelsIsLeftOut() {
    TrainingPlan plan =
        new TrainingPlan(
            1,
            2000,
            StreamKey.root(1),
            new LabelUse(true, 0.25),
            Long.MAX_VALUE,
            Double.POSITIVE_INFINITY);
    int[] labels = lessons(plan).at(0).labels();
    long without = Arrays.stream(labels).filter(label -> label == Denoiser.NO_CLASS).count();
    // Binomial of 2,000 at 1/4: standard deviation 19.4, five of them, false alarm 6e-7.
    assertThat(without).isBetween(500L - 97, 500L + 97);
    assertThat(Arrays.stream(labels).filter(label -> label >= 0).max()).hasValue(9);
    assertThat(lessons(plan(1, 1, 100)).at(0).labels()).containsOnly(Denoiser.NO_CLASS);
  }

  @Test
  void imagesAndTimestepsAreDrawnUniformly() {
    GaussianLessons maker = lessons(plan(1, 1, 100));
    double sum = 0;
    int samples = 0;
    for (int step = 0; step < 20; step++) {
      for (float t : maker.at(step).timesteps()) {
        sum += t;
        samples++;
      }
    }
    // 2,000 uniform numbers from 0 to 99: standard error 0.645, five of them, false alarm 6e-7.
    assertThat(sum / samples).isCloseTo(49.5, within(3.3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void batchesAreTheSameForEveryThreadCount(int threads) {
    GaussianLessons maker = lessons(plan(1, 24, 4));
    int[] prints = new int[24];
    try (Workers workers = new Workers(threads)) {
      workers.forEach(24, s -> prints[23 - s] = Arrays.hashCode(maker.at(23 - s).noisy()));
    }
    for (int s = 0; s < 24; s++) {
      assertThat(prints[s]).isEqualTo(Arrays.hashCode(maker.at(s).noisy()));
    }
  }

  @Test
  void equalSeedsGiveEqualBatchesAndOtherSeedsOthers() {
    assertThat(trained(plan(1, 6, 4)).fingerprints)
        .isEqualTo(trained(plan(1, 6, 4)).fingerprints)
        .isNotEqualTo(trained(plan(2, 6, 4)).fingerprints);
  }

  private RecordingTraining trained(TrainingPlan plan) {
    RecordingTraining training = new RecordingTraining();
    new DenoiserTrainer(plan, lessons(plan))
        .run(training, TrainingLog.EMPTY, Progress.NONE, Checkpoint.NONE);
    return training;
  }

  @Test
  void aStoppedTrainingContinuesAsIfItHadNotBeenStopped() {
    TrainingPlan plan = plan(1, 12, 4);
    Path weights = folder.resolve("checkpoint");
    List<TrainingLog.Entry> kept = new ArrayList<>();
    AtomicInteger checks = new AtomicInteger();
    Progress stopping =
        new Progress() {
          @Override
          public Task begin(String title, long total, String unit) {
            return NONE.begin(title, total, unit);
          }

          @Override
          public void checkStopped() {
            if (checks.incrementAndGet() > 5) {
              throw new Stopped();
            }
          }
        };
    DenoiserTrainer trainer = new DenoiserTrainer(plan, lessons(plan));
    Checkpoint checkpoint =
        (training, added) -> {
          kept.addAll(added.entries());
          training.save(weights);
        };
    assertThatThrownBy(
            () -> trainer.run(new RecordingTraining(), TrainingLog.EMPTY, stopping, checkpoint))
        .isInstanceOf(Progress.Stopped.class);

    RecordingTraining continued = new RecordingTraining();
    continued.restore(weights);
    assertThat(continued.stepsDone()).isEqualTo(5);
    TrainingLog log = trainer.run(continued, new TrainingLog(kept), Progress.NONE, Checkpoint.NONE);
    assertThat(continued.fingerprints).isEqualTo(trained(plan).fingerprints);
    assertThat(log.entries()).extracting(TrainingLog.Entry::step).hasSize(12).isSorted();
    assertThat(log.entries()).extracting(TrainingLog.Entry::seconds).isSorted();
    assertThat(log.entries().get(7).loss()).isEqualTo(1f / 8);
    assertThat(log.entries().get(7).gradientNorm()).isEqualTo(16);
    assertThat(log.entries().get(7).learningRate()).isEqualTo(1e-3f);
  }

  @Test
  void theStateIsKeptAtEveryIntervalAndAtTheEnd() {
    TrainingPlan every3 =
        new TrainingPlan(8, 2, StreamKey.root(1), LabelUse.NONE, 3, Double.POSITIVE_INFINITY);
    List<Integer> kept = new ArrayList<>();
    new DenoiserTrainer(every3, lessons(every3))
        .run(
            new RecordingTraining(),
            TrainingLog.EMPTY,
            Progress.NONE,
            (_, added) -> kept.add(added.entries().size()));
    assertThat(kept).containsExactly(3, 3, 2);
  }

  @Test
  void timeSpentWaitingForABatchIsToldAndCounted() {
    TrainingPlan plan = plan(1, 8, 2);
    GaussianLessons made = lessons(plan);
    TrainingLog log =
        new DenoiserTrainer(
                plan,
                step -> {
                  pause(20);
                  return made.at(step);
                })
            .run(new RecordingTraining(), TrainingLog.EMPTY, Progress.NONE, Checkpoint.NONE);
    // Steps that take no time wait at least 20 ms for each batch, all but for the first few.
    assertThat(log.waitedShare()).isBetween(0.5, 1.0);
    assertThat(log.seconds()).isGreaterThan(8 * 0.02);
    double waited = log.entries().stream().mapToDouble(TrainingLog.Entry::waitedSeconds).sum();
    assertThat(waited).isCloseTo(log.waitedShare() * log.seconds(), within(1e-6));
    assertThat(log.entries())
        .allSatisfy(e -> assertThat(e.imagesPerSecond()).isPositive().isLessThan(1e6f));
  }

  private static void pause(long milliseconds) {
    LockSupport.parkNanos(milliseconds * 1_000_000);
  }

  @Test
  void aFailureOfTheNoiseIsTheFailureOfTheTraining() {
    NoiseSource failing =
        new NoiseSource() {
          @Override
          public String name() {
            return "failing";
          }

          @Override
          public void fill(
              String purpose, long image, long step, float[] target, int offset, int length) {
            throw new UnusableInput("the file of bits is used up");
          }
        };
    TrainingPlan plan = plan(1, 3, 2);
    DenoiserTrainer trainer = new DenoiserTrainer(plan, lessons(plan, Target.EPSILON, failing));
    assertThatThrownBy(() ->
            trainer.run(new RecordingTraining(), TrainingLog.EMPTY, Progress.NONE, Checkpoint.NONE))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("the file of bits is used up");
  }
}
