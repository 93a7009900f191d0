package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class BitPortraitTest {
  private static BitSequence draw(int seed, int length) {
    return BitSequence.draw(new KeyedBits(), StreamKey.root(seed), length);
  }

  @Test
  void runsAreCountedAcrossWordsAndSequences() {
    RunLengths runs = new RunLengths();
    runs.add(BitSequence.parse("1".repeat(70) + "0011"));
    runs.add(BitSequence.parse("11" + "0".repeat(3)));
    // 70 ones, 2 zeros, 4 ones over the border, 3 zeros at the end.
    assertThat(runs.longest()).isEqualTo(70);
    assertThat(runs.count(RunLengths.LONGEST)).isEqualTo(1);
    assertThat(runs.count(2)).isEqualTo(1);
    assertThat(runs.count(3)).isEqualTo(1);
    assertThat(runs.count(4)).isEqualTo(1);
    assertThat(runs.count(1)).isZero();
    assertThat(runs.bits()).isEqualTo(79);
  }

  @Test
  void theGeometricLawIsTheMeanOverAllSequences() {
    // All 2^10 sequences of ten bits: the mean number of runs of each length, by enumeration.
    double[] mean = new double[10];
    RunLengths ten = new RunLengths();
    for (int word = 0; word < 1024; word++) {
      RunLengths runs = new RunLengths();
      runs.add(BitSequence.of(new long[] {word}, 10));
      ten = runs;
      for (int k = 1; k < 10; k++) {
        mean[k] += runs.count(k) / 1024.0;
      }
    }
    for (int k = 1; k < 10; k++) {
      assertThat(ten.expected(k)).isCloseTo(mean[k], within(1e-12));
    }
  }

  @Test
  void autocorrelationIsItsDefinitionBitByBit() {
    BitSequence bits = draw(4, 1000);
    AutocorrelationFunction r = new AutocorrelationFunction(70);
    r.add(bits);
    r.add(bits);
    for (int lag : new int[] {1, 7, 63, 64, 65, 70}) {
      double sum = 0;
      for (int i = 0; i + lag < 1000; i++) {
        sum += (2 * bits.bit(i) - 1) * (2 * bits.bit(i + lag) - 1);
      }
      assertThat(r.correlation(lag)).isCloseTo(sum / (1000 - lag), within(1e-14));
      assertThat(r.standardError(lag)).isCloseTo(1 / Math.sqrt(2.0 * (1000 - lag)), within(1e-15));
    }
  }

  @Test
  void thePeriodogramIsItsDefinitionAndKeepsThePower() {
    BitSequence bits = draw(5, 2 * Periodogram.SEGMENT);
    Periodogram spectrum = new Periodogram();
    spectrum.add(bits);
    double[] powers = spectrum.powers();
    double direct = 0;
    for (int j = 80; j < 88; j++) {
      for (int segment = 0; segment < 2; segment++) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < Periodogram.SEGMENT; t++) {
          double x = 2.0 * bits.bit(segment * Periodogram.SEGMENT + t) - 1;
          re += x * Math.cos(2 * Math.PI * j * t / Periodogram.SEGMENT);
          im += x * Math.sin(2 * Math.PI * j * t / Periodogram.SEGMENT);
        }
        direct += (re * re + im * im) / Periodogram.SEGMENT / 16;
      }
    }
    assertThat(powers[10]).isCloseTo(direct, within(1e-9));
    assertThat(spectrum.segments()).isEqualTo(2);
    assertThat(spectrum.frequencies()[10]).isCloseTo(83.5 / 4096, within(1e-15));
  }

  @Test
  void fairBitsHaveAFlatSpectrumAndAPeriodShowsAsALine() {
    // 99 % band over 256 points: outside binomial(256, 0.01), mean 2.6; 12 with probability 2e-5.
    Periodogram flat = new Periodogram();
    flat.add(draw(6, 1 << 20));
    int outside = 0;
    for (double power : flat.powers()) {
      outside += Math.abs(power - 1) > flat.halfBand(0.99) ? 1 : 0;
    }
    assertThat(outside).isLessThan(12);
    assertThat(flat.largestPowerPValue()).isGreaterThan(1e-5);
    Periodogram line = new Periodogram();
    line.add(BitSequence.parse("00110101".repeat(4096)));
    assertThat(line.largestPowerPValue()).isLessThan(1e-12);
  }

  @Test
  void thePortraitOfSamplesHoldsTheirQuantilesAndTails() {
    float[] samples = new float[9999];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) NormalTails.quantile((i + 1) / 10_000.0);
    }
    GaussianTally tally = new GaussianTally();
    tally.add(samples, 0, samples.length);
    GaussianPortrait portrait = GaussianPortrait.of(tally);
    for (int i = 10; i < 151; i++) {
      assertThat(portrait.sampleQuantiles()[i])
          .isCloseTo(
              portrait.normalQuantiles()[i], within(0.5 * portrait.quantileErrors()[i] + 1e-3));
    }
    assertThat(portrait.beyond()[20]).isCloseTo(2 * NormalTails.upperTail(2), within(3e-4));
    assertThat(portrait.densities()[50]).isCloseTo(NormalTails.density(0), within(3e-3));
  }

  @Test
  void theLargestOfManyPointsIsJudgedAsTheLargest() {
    // 256 points, of which the first averages seven frequencies for lack of the zeroth.
    Periodogram spectrum = new Periodogram();
    spectrum.add(draw(7, 1 << 16));
    assertThat(spectrum.frequencies()[0]).isCloseTo(4.0 / 4096, within(1e-15));
    double least = 1;
    double[] powers = spectrum.powers();
    for (int i = 0; i < 256; i++) {
      double half = 16.0 * (i == 0 ? 7 : 8);
      least = Math.min(least, ChiSquareTail.upper(2 * half * powers[i], 2 * half));
    }
    assertThat(spectrum.largestPowerPValue()).isCloseTo(1 - Math.pow(1 - least, 256), within(1e-9));
  }

  @Test
  void aLatticeIsDrawnOnItsOwnStep() {
    float[] samples = new float[4000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i % 4 == 0 ? 2 : i % 4 == 1 ? 0 : -1;
    }
    GaussianTally tally = new GaussianTally();
    tally.add(samples, 0, samples.length);
    GaussianPortrait portrait = GaussianPortrait.of(tally);
    assertThat(portrait.lattice()).isTrue();
    assertThat(portrait.centres()).containsExactly(-1, 0, 1, 2);
    assertThat(portrait.densities()).containsExactly(0.5, 0.25, 0, 0.25);
    // A sample at a level does not lie beyond it.
    assertThat(portrait.beyond()[9]).isEqualTo(0.75);
    assertThat(portrait.beyond()[10]).isEqualTo(0.25);
    assertThat(portrait.beyond()[20]).isZero();
  }
}
