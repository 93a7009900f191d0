package io.spindrift.diffusion.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.diffusion.noise.BitChance;
import io.spindrift.diffusion.noise.BitSupply;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.training.LabelUse;
import io.spindrift.diffusion.training.TrainingPlan;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.process.BitPlanes;
import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.memory.process.PixelCode;
import io.spindrift.memory.process.PixelShape;
import io.spindrift.memory.process.PlaneBits;
import io.spindrift.memory.process.PlaneCode;
import io.spindrift.memory.process.PlaneDiffusion;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.StatedDial;
import io.spindrift.memory.process.TwoStateKernel;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitFlipLessonsTest {
  private static final int PLANES = 3;
  private static final int STEPS = 8;
  private static final PlaneProcess PROCESS =
      new PlaneProcess(
          FlipSchedule.linear(STEPS, 0.01, 0.2).withMostSignificantFactor(0.5, PLANES),
          new StatedDial(0.5),
          Correction.NONE);

  private final ImageSet images = new StrokesImageSet(StreamKey.root(3), 100);
  private final FlipChain chain = FlipChain.of(PLANES, PROCESS);
  private final BitImages form = new BitImages(images.shape(), new PixelCode(PlaneCode.GRAY, 3));

  private static ChanceSource chance(int bits) {
    return new BitChance(BitSupply.steady(new KeyedBits()), StreamKey.root(5), bits);
  }

  private static TrainingPlan plan(int batch, LabelUse labels) {
    return new TrainingPlan(
        100, batch, StreamKey.root(1), labels, Long.MAX_VALUE, Double.POSITIVE_INFINITY);
  }

  private BitFlipLessons lessons(int batch, int bits) {
    return new BitFlipLessons(plan(batch, LabelUse.NONE), chain, form, images, chance(bits));
  }

  @Test
  void theTargetIsTheImageItselfBitByBit() {
    TrainingBatch batch = lessons(8, 16).at(3);
    assertThat(batch.noisy()).hasSize(8 * 3 * 784).containsOnly(-1, 1);
    byte[] bits = new byte[3 * 784];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) batch.target()[2 * bits.length + i];
    }
    byte[] shown = new byte[784];
    form.toPixels(bits, 0, shown, 0);
    byte[] coarse = new byte[784];
    boolean found = false;
    for (int k = 0; k < 100; k++) {
      images.read(k, coarse, 0);
      for (int i = 0; i < 784; i++) {
        coarse[i] = form.digits().pixel(form.digits().word(coarse[i]));
      }
      found |= Arrays.equals(coarse, shown);
    }
    assertThat(found).isTrue();
    assertThat(batch.weights()).containsOnly(1);
  }

  /**
   * Flips of every plane, from each value and at every step, against the kernel: 48 binomials of up
   * to 100,000 bits, each within 4.5 standard deviations, false alarm 48 times 6.8e-6.
   */
  @Test
  void bitsFlipByTheKernelOfTheirStepAndPlane() {
    long[][][] cells = new long[STEPS][PLANES][2];
    long[][][] flips = new long[STEPS][PLANES][2];
    int size = form.shape().size();
    for (int step = 0; step < 16; step++) {
      TrainingBatch batch = lessons(64, 32).at(step);
      for (int i = 0; i < batch.noisy().length; i++) {
        int t = (int) batch.timesteps()[i / size];
        int plane = i % size / 784;
        int first = (int) batch.target()[i];
        cells[t][plane][first]++;
        flips[t][plane][first] += batch.noisy()[i] > 0 != (first == 1) ? 1 : 0;
      }
    }
    for (int t = 0; t < STEPS; t++) {
      for (int plane = 0; plane < PLANES; plane++) {
        TwoStateKernel kernel = chain.marginal(t + 1, plane);
        for (int first = 0; first < 2; first++) {
          long count = cells[t][plane][first];
          DistributionAssert.binomial(flips[t][plane][first], count, kernel.flip(first), 4.5);
          assertThat(count).isGreaterThan(1000);
        }
      }
    }
  }

  /** The same with pulses of an array: 60 digits in place, 6 binomials at each of 8 steps. */
  @Test
  void pulsesOfAnArrayFlipBitsByTheSameKernels() {
    byte[] pixels = new byte[60 * 784];
    for (int k = 0; k < 60; k++) {
      images.read(k, pixels, k * 784);
    }
    BitPlanes layout = BitPlanes.of(new PixelShape(60, 1, 28, 28), PlaneCode.GRAY, PLANES);
    CellArray array = new CellArray(layout.arrayShape(0), CellKinds.nominal(), CellFaults.NONE);
    layout.store(pixels, array);
    PlaneDiffusion diffusion =
        new PlaneDiffusion(layout, PROCESS, array, new Ledger().stage("test"), StreamKey.root(2));
    PlaneBits first = diffusion.bits();
    try (Workers workers = new Workers(1)) {
      for (int t = 1; t <= STEPS; t++) {
        diffusion.advance(workers);
        PlaneBits now = diffusion.bits();
        for (int plane = 0; plane < PLANES; plane++) {
          for (int bit = 0; bit < 2; bit++) {
            DistributionAssert.binomial(
                first.counts(plane, now).flipped(bit),
                first.counts(plane, now).cells(bit),
                chain.marginal(t, plane).flip(bit),
                4.5);
          }
        }
      }
    }
  }

  /** Numbers of one bit know 0, 1/2 and 1: every flip probability below 1/4 becomes 0. */
  @Test
  void chanceOfFewBitsRoundsTheFlips() {
    TrainingBatch batch = lessons(32, 1).at(0);
    int size = form.shape().size();
    for (int i = 0; i < batch.noisy().length; i++) {
      int t = 1 + (int) batch.timesteps()[i / size];
      if (chain.marginal(t, i % size / 784).flip((int) batch.target()[i]) < 0.25) {
        assertThat(batch.noisy()[i]).isEqualTo(2 * batch.target()[i] - 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void batchesAreTheSameForEveryThreadCount(int threads) {
    BitFlipLessons maker = lessons(4, 16);
    int[] prints = new int[12];
    try (Workers workers = new Workers(threads)) {
      workers.forEach(12, s -> prints[11 - s] = Arrays.hashCode(maker.at(11 - s).noisy()));
    }
    for (int s = 0; s < 12; s++) {
      assertThat(prints[s]).isEqualTo(Arrays.hashCode(maker.at(s).noisy()));
    }
  }

  @Test
  void classesAreToldAsTheLabelUseSays() {
    TrainingBatch told =
        new BitFlipLessons(plan(200, new LabelUse(true, 0.5)), chain, form, images, chance(16))
            .at(0);
    long without = Arrays.stream(told.labels()).filter(label -> label < 0).count();
    // Binomial of 200 at 1/2: standard deviation 7.1, five of them, false alarm 6e-7.
    assertThat(without).isBetween(64L, 136L);
    assertThat(Arrays.stream(told.labels()).max()).hasValue(9);
    assertThat(Arrays.stream(lessons(200, 16).at(0).labels())).containsOnly(-1);
  }

  @Test
  void aChainOfOtherPlanesIsRefused() {
    BitImages other = new BitImages(images.shape(), new PixelCode(PlaneCode.GRAY, 4));
    assertThatThrownBy(
            () -> new BitFlipLessons(plan(1, LabelUse.NONE), chain, other, images, chance(8)))
        .hasMessageContaining("planes of the chain must be between 4 and 4, but was 3");
  }
}
