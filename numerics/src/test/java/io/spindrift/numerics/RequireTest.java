package io.spindrift.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
  @Test
  void aGoodValueIsReturned() {
    assertThat(Require.positive("x", Double.MIN_VALUE, "m")).isEqualTo(Double.MIN_VALUE);
    assertThat(Require.notNegative("x", 0, "m")).isZero();
    assertThat(Require.finite("x", -1, "m")).isEqualTo(-1);
    assertThat(Require.inRange("x", 1.0, 1, 2, "m")).isEqualTo(1);
    assertThat(Require.inRange("x", 2, 1, 2)).isEqualTo(2);
    assertThat(Require.atLeast("x", 3, 3)).isEqualTo(3);
    assertThat(Require.atLeast("x", 3L, 3L)).isEqualTo(3L);
  }

  @Test
  void theSentenceNamesValueConstraintAndUnit() {
    refused(
        () -> Require.positive("width", -1e-9, "s"),
        "width must be positive and finite, but was -1.00000e-09 s");
    refused(
        () -> Require.notNegative("field", -2, "T"),
        "field must be zero or positive, and finite, but was -2 T");
    refused(() -> Require.finite("x", Double.NaN, ""), "x must be finite, but was NaN");
    refused(
        () -> Require.inRange("p", 1.5, 0, 1, ""), "p must be between 0 and 1, but was 1.50000");
    refused(() -> Require.inRange("n", 9, 1, 8), "n must be between 1 and 8, but was 9");
    refused(() -> Require.atLeast("n", 0, 1), "n must be at least 1, but was 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void neitherNanNorInfinityPasses(double value) {
    refused(() -> Require.positive("x", value, "m"), "x must be ");
    refused(() -> Require.notNegative("x", value, "m"), "x must be ");
    refused(() -> Require.finite("x", value, "m"), "x must be ");
    refused(() -> Require.inRange("x", value, -1, 1, "m"), "x must be ");
  }

  private static void refused(ThrowingCallable check, String sentence) {
    assertThatThrownBy(check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
