package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;

/**
 * Spectral test: do as many Fourier peaks as should lie below the height that 95 % stay under?
 *
 * <p>N1 = number of k in [0, n/2) with |X_k|^2 below n ln 20, d = (N1 - 0.95 n/2) / sqrt(0.95 *
 * 0.05 n / c), p = erfc(|d| / sqrt 2). Source: SP 800-22 Rev 1a, section 2.6. The peaks depend on
 * one another, by which their number varies less than n/4: the divisor is c = 3.8, Pareschi,
 * Rovatti and Setti, IEEE Trans. Information Forensics and Security 7 (2012) 491. The standard and
 * the reference tool take 4, which rejects 1.2 % of good sequences at the level of 1 %.
 *
 * <p>A peak within a relative 1e-9 of the threshold, about one in seven thousand sequences of a
 * million bits, may fall on either side by rounding; it moves d by 0.01.
 *
 * @param constants which divisor is used
 * @param loops how the peaks are computed
 */
public record SpectralTest(ReferenceConstants constants, HotLoops loops) implements SequenceTest {
  /** Shortest sequence (section 2.6.7). */
  public static final int SHORTEST = 1000;

  /** ln 20 as the reference tool writes it. */
  private static final double TOOL_LOG_20 = 2.995732274;

  @Override
  public String name() {
    return "FFT";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.one(
        name(),
        constants == ReferenceConstants.STS ? "var=n*.95*.05/4" : "var=n*.95*.05/3.8",
        Applicability.tooShort(bits, SHORTEST)
            ? Applicability.tooShortFor(SHORTEST, bits)
            : apply(bits));
  }

  /** Applies the test whatever the length. */
  Judged apply(BitSequence bits) {
    int n = bits.length();
    boolean tool = constants == ReferenceConstants.STS;
    double threshold = (tool ? TOOL_LOG_20 : Math.log(20)) * n;
    int below =
        loops.onVectors() && n == MillionPeaks.BITS
            ? MillionPeaks.countBelow(bits, threshold)
            : SignSpectrum.countBelow(bits, threshold);
    double deviation = Math.sqrt(0.95 * 0.05 * n / (tool ? 4 : 3.8));
    return Applicability.normal((below - 0.95 * n / 2) / deviation);
  }
}
