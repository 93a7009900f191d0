package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.BitCheck;
import io.spindrift.entropy.sp80022.BlockFrequencyCheck;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CumulativeSumsCheck;
import io.spindrift.entropy.sp80022.FrequencyCheck;
import io.spindrift.entropy.sp80022.RunsCheck;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/**
 * A first certificate of a bit sequence: every check's outcome, one family-wise verdict, and what
 * so many bits could have shown.
 *
 * @param source what made the bits
 * @param bitCount bits examined
 * @param shareOfOnes ones among them
 * @param level family-wise probability of rejecting fair independent bits
 * @param checks every check with its outcome
 * @param verdict the family-wise verdict
 * @param rejectedBy names of the checks that Holm's procedure rejects
 * @param detectableOffset offset |P(1) - 1/2| that the frequency check would have rejected nine
 *     times in ten at its share of the level
 */
public record BitCertificate(
    String source,
    int bitCount,
    double shareOfOnes,
    double level,
    List<Check> checks,
    Verdict verdict,
    List<String> rejectedBy,
    double detectableOffset) {
  private static final double POWER = 0.9;

  /** One check and what it found. */
  public record Check(String name, CheckOutcome outcome) {}

  /** What all applicable checks say together. */
  public enum Verdict {
    /** No check rejects. */
    PASSED,
    /** At least one check rejects. */
    FAILED,
    /** No check was applicable. */
    UNDECIDED
  }

  /** Copies the lists. */
  public BitCertificate {
    checks = List.copyOf(checks);
    rejectedBy = List.copyOf(rejectedBy);
  }

  /** The checks of a first certificate, with the given autocorrelation lags in bits. */
  public static List<BitCheck> standardChecks(int bitCount, int... lags) {
    List<BitCheck> checks = new ArrayList<>();
    checks.add(new FrequencyCheck());
    checks.add(new RunsCheck());
    checks.add(BlockFrequencyCheck.forLength(bitCount));
    checks.add(new CumulativeSumsCheck(CumulativeSumsCheck.Direction.FORWARD));
    checks.add(new CumulativeSumsCheck(CumulativeSumsCheck.Direction.BACKWARD));
    IntStream.of(lags).mapToObj(AutocorrelationCheck::new).forEach(checks::add);
    return List.copyOf(checks);
  }

  /** Examines a sequence by the standard checks at lags 1, 2, 8 and 64, level 1 %. */
  public static BitCertificate of(String source, BitSequence bits) {
    return of(source, bits, standardChecks(bits.length(), 1, 2, 8, 64), 0.01);
  }

  /** Examines a sequence by the given checks at the given family-wise level. */
  public static BitCertificate of(
      String source, BitSequence bits, List<BitCheck> checks, double level) {
    Require.inRange("family-wise level", level, 1e-9, 0.5, "");
    List<Check> found = new ArrayList<>();
    for (BitCheck check : checks) {
      found.add(new Check(check.name(), check.judge(bits)));
    }
    long judged = found.stream().filter(c -> c.outcome() instanceof Judged).count();
    List<String> rejected = holm(found, level);
    Verdict verdict =
        judged == 0 ? Verdict.UNDECIDED : rejected.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
    return new BitCertificate(
        source,
        bits.length(),
        bits.ones() / (double) bits.length(),
        level,
        found,
        verdict,
        rejected,
        detectableOffset(bits.length(), level / Math.max(1, judged), POWER));
  }

  /**
   * Names of the checks rejected at family-wise level alpha: in rising order of p, the i-th of m
   * (from 0) is rejected while p <= alpha / (m - i). Source: Holm, Scand. J. Statist. 6 (1979).
   */
  static List<String> holm(List<Check> checks, double level) {
    record Found(String name, double pValue) {}
    List<Found> rising = new ArrayList<>();
    for (Check check : checks) {
      if (check.outcome() instanceof Judged judged) {
        rising.add(new Found(check.name(), judged.pValue()));
      }
    }
    rising.sort(Comparator.comparingDouble(Found::pValue));
    List<String> rejected = new ArrayList<>();
    for (int i = 0; i < rising.size(); i++) {
      if (rising.get(i).pValue() > level / (rising.size() - i)) {
        break;
      }
      rejected.add(rising.get(i).name());
    }
    return List.copyOf(rejected);
  }

  /**
   * Offset |P(1) - 1/2| that the two-sided frequency test of n bits rejects with the given power:
   * (z(1 - level/2) + z(power)) / (2 sqrt(n)), z the normal quantile.
   */
  public static double detectableOffset(long bitCount, double level, double power) {
    Require.atLeast("bit count", bitCount, 1);
    return (quantile(1 - level / 2) + quantile(power)) / (2 * Math.sqrt((double) bitCount));
  }

  private static double quantile(double q) {
    return Math.sqrt(2) * Erf.erfcInv(2 * (1 - q));
  }

  /** What so many bits could have shown, as a sentence. */
  public String powerStatement() {
    return String.format(
        Locale.ROOT,
        "%d bits reveal an offset of the share of ones from one half of %.3g nine times in ten;"
            + " smaller ones can pass.",
        bitCount,
        detectableOffset);
  }
}
