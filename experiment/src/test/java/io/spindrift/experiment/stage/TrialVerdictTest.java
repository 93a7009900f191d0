package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialVerdictTest {
  private static ErrorShare share(long wrong, long cells, double predicted) {
    return new ErrorShare("write", wrong, cells, predicted);
  }

  @Test
  void boundIsTwiceChernoffs() {
    // D(0.5 | 0.25) = ln 2 / 2 + ln(2/3) / 2.
    double divergence = 0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3);
    assertThat(TrialVerdict.bound(share(50, 100, 0.25)))
        .isCloseTo(2 * Math.exp(-100 * divergence), within(1e-12));
    assertThat(TrialVerdict.bound(share(25, 100, 0.25))).isOne();
  }

  @Test
  void boundIsAboveTheExactTails() {
    // P(X = 0) = 0.9^200 and P(X = 20) = 0.1^20, each the whole tail.
    assertThat(TrialVerdict.bound(share(0, 200, 0.1)))
        .isCloseTo(2 * Math.pow(0.9, 200), within(1e-15));
    assertThat(TrialVerdict.bound(share(20, 20, 0.1)))
        .isCloseTo(2 * Math.pow(0.1, 20), within(1e-28));
  }

  @Test
  void theLevelIsSharedByAllCounts() {
    ErrorShare odd = share(0, 150, 0.1);
    double bound = TrialVerdict.bound(odd);
    assertThat(bound).isBetween(TrialVerdict.LEVEL / 10, TrialVerdict.LEVEL);
    ErrorShare good = share(10, 100, 0.1);
    assertThat(TrialVerdict.of(List.of(odd)).off()).containsExactly(odd);
    assertThat(TrialVerdict.of(List.of(odd, good, good, good, good, good, good, good)).passed())
        .isTrue();
    assertThat(TrialVerdict.of(List.of(share(0, 0, 0.5))).judged()).isEmpty();
  }

  @Test
  void whatIsImpossibleIsOff() {
    assertThat(TrialVerdict.of(List.of(share(1, 1000, 0))).passed()).isFalse();
    assertThat(TrialVerdict.of(List.of(share(999, 1000, 1))).passed()).isFalse();
    assertThat(TrialVerdict.of(List.of(share(0, 1000, 0), share(9, 9, 1))).passed()).isTrue();
  }
}
