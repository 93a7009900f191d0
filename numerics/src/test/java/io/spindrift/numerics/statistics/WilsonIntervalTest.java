package io.spindrift.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
  /** k = 81 of 263, table I of Newcombe, Stat. Med. 17, 857 (1998): 0.2553, 0.3662. */
  @Test
  void itIsThePublishedOne() {
    WilsonInterval interval = WilsonInterval.of(81, 263, 1.959964);
    assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
  }

  @Test
  void itKeepsAWidthAtNoneAndAtAll() {
    assertThat(WilsonInterval.of(0, 100, 1).low()).isZero();
    assertThat(WilsonInterval.of(100, 100, 1).high()).isEqualTo(1);
    // At k = 0 the upper end is z^2/(n + z^2).
    assertThat(WilsonInterval.of(0, 100, 2).high()).isCloseTo(4.0 / 104, within(1e-15));
    assertThat(WilsonInterval.of(100, 100, 2).low()).isCloseTo(100.0 / 104, within(1e-15));
  }

  @Test
  void errorOfACountIsNeverZero() {
    assertThat(WilsonInterval.standardError(0, 100)).isCloseTo(0.005 / 1.01, within(1e-12));
    assertThat(WilsonInterval.standardError(1, 100)).isCloseTo(0.005 / 1.01, within(1e-12));
    assertThat(WilsonInterval.standardError(0.5, 1_000_000)).isCloseTo(0.0005, within(1e-9));
  }

  @Test
  void countsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> WilsonInterval.of(0, 0, 1)).hasMessageContaining("trials");
    assertThatThrownBy(() -> WilsonInterval.of(3, 2, 1)).hasMessageContaining("counted");
    assertThatThrownBy(() -> WilsonInterval.of(1, 2, 0)).hasMessageContaining("sigmas");
    assertThatThrownBy(() -> WilsonInterval.standardError(Double.NaN, 2))
        .hasMessageContaining("share");
  }
}
