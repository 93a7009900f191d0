package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.numerics.random.StreamKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final int SEQUENCES = 150;

  /** What one test did over all sequences; several p-values of a sequence depend on each other. */
  private static final class Tally {
    int judged;
    int rejected;
    double sum;
  }

  /**
   * 150 sequences of a million bits, seed 22. A single p-value is below 0.01 in binomial(150, 0.01)
   * of them: ten or more with probability 1.4e-5. Of the 22,200 of the templates 222 are expected,
   * sd 15 if independent. Mean p-values have sd 0.0236 or less (sequences with excursions: about
   * 100 of them, 0.03). False alarm of all bounds together: below 1e-3.
   */
  @Test
  void everyTestRejectsGoodBitsOnceInAHundred() {
    StatisticalTestSuite suite =
        new StatisticalTestSuite(ReferenceConstants.EXACT, HotLoops.VECTOR);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (int s = 0; s < SEQUENCES; s++) {
      BitSequence bits = BitSequence.draw(new KeyedBits(), StreamKey.root(22).at(s), 1_000_000);
      for (TestResult result : suite.judge(bits)) {
        boolean template = result.test().equals("NonOverlappingTemplate");
        Tally tally =
            tallies.computeIfAbsent(
                template ? result.test() : result.test() + " " + result.parameter(),
                name -> new Tally());
        if (result.outcome() instanceof Judged judged) {
          tally.judged++;
          tally.rejected += judged.pValue() < 0.01 ? 1 : 0;
          tally.sum += judged.pValue();
        }
      }
    }
    Tally templates = Objects.requireNonNull(tallies.remove("NonOverlappingTemplate"));
    assertThat(templates.judged).isEqualTo(148 * SEQUENCES);
    assertThat(templates.rejected).isBetween(222 - 90, 222 + 90);
    int rejected = 0;
    int judged = 0;
    for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      assertThat(tally.rejected).as(entry.getKey()).isLessThan(10);
      assertThat(tally.sum / tally.judged).as(entry.getKey()).isBetween(0.5 - 0.13, 0.5 + 0.13);
      rejected += tally.rejected;
      judged += tally.judged;
    }
    // Forty p-values of a sequence, of which the excursions hang together: sd taken twice over.
    assertThat(rejected).isBetween(judged / 100 - 60, judged / 100 + 60);
  }
}
