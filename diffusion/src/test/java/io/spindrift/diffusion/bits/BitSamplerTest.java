package io.spindrift.diffusion.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.noise.BitChance;
import io.spindrift.diffusion.noise.BitSupply;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.memory.process.KernelTable;
import io.spindrift.memory.process.PixelCode;
import io.spindrift.memory.process.PlaneCode;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.StatedDial;
import io.spindrift.memory.process.TwoStateKernel;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of 2 x 2 pixels in two planes: 256 in all, every one of them counted. */
class BitSamplerTest {
  private static final int BITS = 8;
  private static final int STATES = 256;
  private static final BitImages FORM = form(PlaneCode.GRAY);

  private final ChanceSource chance =
      new BitChance(BitSupply.steady(new KeyedBits()), StreamKey.root(11), 32);

  private static BitImages form(PlaneCode code) {
    return new BitImages(new ImageShape(1, 2, 2), new PixelCode(code, 2));
  }

  /** A device that leaves 0 more easily than 1; the last step of the schedule is a coin. */
  private static FlipChain chain(double asymmetry, int steps) {
    return FlipChain.of(
        2,
        new PlaneProcess(
            FlipSchedule.cosine(steps, 0).withMostSignificantFactor(0.7, 2),
            new StatedDial(asymmetry),
            Correction.NONE));
  }

  private static double[] independent() {
    double[] law = new double[STATES];
    for (int state = 0; state < STATES; state++) {
      law[state] = 1;
      for (int bit = 0; bit < BITS; bit++) {
        double one = 0.1 + 0.1 * bit;
        law[state] *= (state >> bit & 1) == 1 ? one : 1 - one;
      }
    }
    return law;
  }

  /** Three images, two of which differ in all bits, over a floor of 1/10,000 for the others. */
  private static double[] correlated() {
    double[] law = new double[STATES];
    Arrays.fill(law, 1e-4);
    double rest = 1 - 1e-4 * (STATES - 3);
    law[0b0000_1111] = 0.5 * rest;
    law[0b1111_0000] = 0.3 * rest;
    law[0b1010_1010] = 0.2 * rest;
    return law;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4})
  void independentBitsComeOutExactlyAfterAnyNumberOfSteps(double asymmetry) {
    FlipChain chain = chain(asymmetry, 20);
    SmallWorld world = new SmallWorld(independent(), chain, FORM);
    for (int count : new int[] {1, 2, 7, 20}) {
      double[] law = world.sampled(BitSampler.even(chain, count, BitSampler.End.DRAWN));
      assertThat(SmallWorld.distance(law, independent())).isLessThan(1e-12);
    }
  }

  /** Two kinds of cells, steps chosen by hand; the last step leaves no correlation. */
  @Test
  void kindsOfCellsAndUnevenStepsChangeNothingOfThat() {
    KernelTable weak =
        new KernelTable(List.of(new TwoStateKernel(0.05, 0.02), new TwoStateKernel(0.2, 0.1)));
    KernelTable coin = KernelTable.of(new TwoStateKernel(0.6, 0.4));
    List<List<KernelTable>> steps = new ArrayList<>();
    for (int t = 0; t < 9; t++) {
      steps.add(List.of(weak, weak));
    }
    steps.add(List.of(coin, coin));
    FlipChain chain = new FlipChain(steps);
    SmallWorld world = new SmallWorld(independent(), chain, FORM);
    BitSampler sampler = new BitSampler(chain, List.of(10, 8, 3, 2), BitSampler.End.DRAWN);
    assertThat(SmallWorld.distance(world.sampled(sampler), independent())).isLessThan(1e-12);
  }

  /**
   * A step draws its bits one by one, which forgets how they hang together: the error falls with
   * the length of a step.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4})
  void correlatedBitsComeOutAsTheStepsGrowShort(double asymmetry) {
    double before = Double.POSITIVE_INFINITY;
    for (int steps : new int[] {4, 8, 16, 32, 64, 128}) {
      FlipChain chain = chain(asymmetry, steps);
      double[] law =
          new SmallWorld(correlated(), chain, FORM)
              .sampled(BitSampler.even(chain, steps, BitSampler.End.DRAWN));
      double error = SmallWorld.distance(law, correlated());
      assertThat(error).as("%s steps", steps).isLessThan(0.65 * before);
      before = error;
    }
    assertThat(before).isLessThan(0.02);
  }

  /** The start is off by at most the correlation that is left, and no step makes that worse. */
  @Test
  void whatTheScheduleLeavesIsAllThatTheStartGetsWrong() {
    FlipChain chain =
        SmallWorld.chain(
            10,
            KernelTable.of(new TwoStateKernel(0.2, 0.1)),
            KernelTable.of(new TwoStateKernel(0.1, 0.2)));
    SmallWorld world = new SmallWorld(independent(), chain, FORM);
    double[] law = world.sampled(BitSampler.even(chain, 10, BitSampler.End.DRAWN));
    double left = Math.pow(0.7, 10);
    assertThat(chain.finalCorrelation(1)).isCloseTo(left, within(1e-15));
    assertThat(SmallWorld.distance(law, independent())).isBetween(1e-4, BITS * left);
  }

  /** 20,000 images of 256 kinds; chi-square deviate below 4, false alarm 3.2e-5. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4})
  void drawnImagesHaveTheLawThatIsCarriedThrough(double asymmetry) {
    FlipChain chain = chain(asymmetry, 12);
    drawnAsCarried(correlated(), chain, BitSampler.even(chain, 6, BitSampler.End.DRAWN));
  }

  /** A fifth of the correlation is left, so that the images show the share they began with. */
  @Test
  void theBeginningHasTheShareOfOnesOfTheLongRun() {
    KernelTable kernel = KernelTable.of(new TwoStateKernel(0.3, 0.1));
    FlipChain chain = SmallWorld.chain(3, kernel, kernel);
    drawnAsCarried(independent(), chain, BitSampler.even(chain, 3, BitSampler.End.DRAWN));
  }

  private void drawnAsCarried(double[] images, FlipChain chain, BitSampler sampler) {
    SmallWorld world = new SmallWorld(images, chain, FORM);
    double[] law = world.sampled(sampler);
    int count = 20_000;
    ImageSet drawn = generate(world, sampler, 500, 0, count);
    long[] seen = new long[STATES];
    byte[] pixels = new byte[4];
    byte[] bits = new byte[BITS];
    for (int k = 0; k < count; k++) {
      drawn.read(k, pixels, 0);
      FORM.toBits(pixels, bits, 0);
      int state = 0;
      for (int bit = 0; bit < BITS; bit++) {
        state |= bits[bit] << bit;
      }
      seen[state]++;
    }
    pooled(seen, law, count);
  }

  /** Chi-square over the states that expect ten or more, and one cell of all others. */
  private static void pooled(long[] seen, double[] law, int count) {
    List<long[]> cells = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    long rest = 0;
    double restExpected = 0;
    for (int state = 0; state < STATES; state++) {
      if (law[state] * count >= 10) {
        cells.add(new long[] {seen[state]});
        expected.add(law[state] * count);
      } else {
        rest += seen[state];
        restExpected += law[state] * count;
      }
    }
    cells.add(new long[] {rest});
    expected.add(restExpected);
    assertThat(cells.size()).isGreaterThan(20);
    DistributionAssert.chiSquare(
        cells.stream().mapToLong(cell -> cell[0]).toArray(),
        expected.stream().mapToDouble(Double::doubleValue).toArray(),
        4);
  }

  private ImageSet generate(
      Denoiser denoiser, BitSampler sampler, int batch, long first, int count) {
    return new BitGenerator(sampler, Labels.cycling(10), 1, FORM, batch)
        .generate("small", denoiser, chance, first, count, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void anImageIsTheSameForEveryBatchSizeAndEveryBeginning(int batch) {
    FlipChain chain = chain(0.3, 8);
    SmallWorld world = new SmallWorld(correlated(), chain, FORM);
    BitSampler sampler = BitSampler.even(chain, 8, BitSampler.End.DRAWN);
    ImageSet reference = generate(world, sampler, 33, 0, 70);
    ImageSet images = generate(world, sampler, batch, 5, 65);
    byte[] expected = new byte[4];
    byte[] actual = new byte[4];
    for (int k = 0; k < 65; k++) {
      reference.read(k + 5, expected, 0);
      images.read(k, actual, 0);
      assertThat(actual).isEqualTo(expected);
      assertThat(images.label(k)).isEqualTo((k + 5) % 10);
    }
  }

  /** With one call, the likeliest bits of a law of independent ones are always the same. */
  @Test
  void theLikeliestEndTakesTheMoreProbableBits() {
    FlipChain chain = chain(0, 5);
    SmallWorld world = new SmallWorld(independent(), chain, FORM);
    BitSampler sampler = BitSampler.even(chain, 1, BitSampler.End.LIKELIEST);
    ImageSet images = generate(world, sampler, 16, 0, 32);
    byte[] bits = new byte[BITS];
    byte[] pixels = new byte[4];
    for (int k = 0; k < 32; k++) {
      images.read(k, pixels, 0);
      FORM.toBits(pixels, bits, 0);
      // P(1) of bit i is 0.1 + 0.1 i; that of bit 4 is 1/2.
      for (int bit = 0; bit < BITS; bit++) {
        if (bit != 4) {
          assertThat(bits[bit]).isEqualTo((byte) (bit > 4 ? 1 : 0));
        }
      }
    }
    assertThat(sampler.name()).contains("1 of 5 steps", "likeliest");
  }

  @Test
  void labelsAndStepsReachTheDenoiserAndItsFailureNamesTheImage() {
    FlipChain chain = chain(0, 10);
    BitSampler sampler = BitSampler.even(chain, 4, BitSampler.End.DRAWN);
    assertThat(sampler.times()).containsExactly(10, 7, 5, 2);
    List<Float> times = new ArrayList<>();
    Denoiser broken =
        new Denoiser() {
          @Override
          public void predict(
              float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
            assertThat(labels).containsExactly(0, 1);
            assertThat(noisy).containsOnly(-1, 1);
            times.add(timesteps[1]);
            Arrays.fill(predicted, times.size() == 3 ? Float.NaN : 0);
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> generate(broken, sampler, 2, 30, 2))
        .isInstanceOf(NumericalFailure.class)
        .hasMessageContaining("image 30")
        .hasMessageContaining("step 5");
    assertThat(times).containsExactly(9f, 6f, 4f);
  }

  @Test
  void stepsThatDoNotFallAreRefused() {
    FlipChain chain = chain(0, 10);
    BitSampler.End end = BitSampler.End.DRAWN;
    assertThatThrownBy(() -> new BitSampler(chain, List.of(9, 3), end))
        .hasMessageContaining("first sampling step");
    assertThatThrownBy(() -> new BitSampler(chain, List.of(10, 10), end))
        .hasMessageContaining("sampling step 2 must be between 1 and 9");
    assertThatThrownBy(() -> BitSampler.even(chain, 11, end))
        .hasMessageContaining("sampling steps must be between 1 and 10");
  }

  @ParameterizedTest
  @EnumSource(PlaneCode.class)
  void pixelsAreTheirBitsAndBack(PlaneCode code) {
    BitImages all = new BitImages(new ImageShape(2, 8, 16), new PixelCode(code, 8));
    assertThat(all.shape()).isEqualTo(new ImageShape(16, 8, 16));
    byte[] pixels = new byte[256];
    for (int i = 0; i < 256; i++) {
      pixels[i] = (byte) (255 - i);
    }
    byte[] bits = new byte[all.shape().size()];
    all.toBits(pixels, bits, 0);
    byte[] back = new byte[256];
    all.toPixels(bits, 0, back, 0);
    assertThat(back).isEqualTo(pixels);
    // The first plane of the second colour is channel 8; its pixel 0 is 127, of code 01111111.
    assertThat(bits[8 * 128]).isZero();
    assertThat(bits[9 * 128]).isEqualTo((byte) 1);
    assertThat(bits[10 * 128]).isEqualTo((byte) (code == PlaneCode.GRAY ? 0 : 1));
  }
}
