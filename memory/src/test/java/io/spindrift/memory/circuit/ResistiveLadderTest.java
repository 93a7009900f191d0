package io.spindrift.memory.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResistiveLadderTest {
  /**
   * With cosh k = 1 + r g/2 a uniform line that ends open has V_i = A cosh(k (n - 1/2 - i)); the
   * current of the driver, (V_{-1} - V_0)/r, fixes A.
   */
  private static double uniform(int n, double driver, double r, double g, int i) {
    double k = Math.log(1 + r * g / 2 + Math.sqrt(r * g + r * g * r * g / 4));
    double near = Math.cosh(k * (n - 0.5));
    double source = near + (driver + r) / r * (Math.cosh(k * (n + 0.5)) - near);
    return Math.cosh(k * (n - 0.5 - i)) / source;
  }

  private static double[] alike(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 2.2, 1e-5",
    "2, 500, 2.2, 1e-5",
    "512, 0, 2.2, 1e-5",
    "512, 500, 2.2, 9.8e-6",
    "4096, 500, 50, 1e-4",
    "3, 0, 1, 10"
  })
  void uniformLineFollowsTheHyperbolicCosine(int n, double driver, double r, double g) {
    double[] volts = new ResistiveLadder(n, driver, r).voltages(0.8, alike(n, g));
    for (int i = 0; i < n; i += Math.max(1, n / 7)) {
      double expected = 0.8 * uniform(n, driver, r, g, i);
      assertThat(volts[i]).as("node %s", i).isCloseTo(expected, within(1e-11 * expected + 1e-250));
    }
    assertThat(volts[n - 1]).isPositive();
  }

  @Test
  void twoCellsFollowKirchhoffByHand() {
    // 1 V over 1 Ohm + 1 Ohm to node 0 (1 S), then 1 Ohm to node 1 (1/2 S): the far branch is 3
    // Ohm, beside 1 Ohm gives 3/4 Ohm, so V_0 = (3/4)/(2 + 3/4) = 3/11 and V_1 = 2/3 of it.
    double[] volts = new ResistiveLadder(2, 1, 1).voltages(1, new double[] {1, 0.5});
    assertThat(volts[0]).isCloseTo(3.0 / 11, within(1e-15));
    assertThat(volts[1]).isCloseTo(2.0 / 11, within(1e-15));
  }

  @Test
  void currentsOfAnyLineBalanceAtEveryNode() {
    ResistiveLadder ladder = new ResistiveLadder(100, 300, 7);
    double[] v =
        ladder.voltages(1.2, (i, u) -> 1e-5 * (1 + i % 3) * (u + 2 * u * u * Math.signum(u)));
    for (int i = 0; i < 100; i++) {
      double in = ((i == 0 ? 1.2 : v[i - 1]) - v[i]) / (i == 0 ? 307 : 7);
      double out = i == 99 ? 0 : (v[i] - v[i + 1]) / 7;
      double drawn = 1e-5 * (1 + i % 3) * (v[i] + 2 * v[i] * v[i]);
      assertThat(in - out).as("node %s", i).isCloseTo(drawn, within(1e-13));
    }
  }

  @Test
  void aLawThatIsAConductanceIsSolvedAsOne() {
    ResistiveLadder ladder = new ResistiveLadder(64, 100, 3);
    double[] siemens = new double[64];
    Arrays.setAll(siemens, i -> 1e-5 * (i % 5));
    double[] linear = ladder.voltages(0.5, siemens);
    double[] solved = ladder.voltages(0.5, (i, u) -> siemens[i] * u);
    for (int i = 0; i < 64; i++) {
      assertThat(solved[i]).isCloseTo(linear[i], within(1e-14));
    }
  }

  @Test
  void withoutResistanceEveryCellSeesTheSource() {
    assertThat(new ResistiveLadder(8, 0, 0).voltages(0.9, alike(8, 1e-3))).containsOnly(0.9);
  }

  @Test
  void whatIsNoLineIsRefused() {
    assertThatThrownBy(() -> new ResistiveLadder(0, 0, 1)).hasMessageContaining("cells must be");
    assertThatThrownBy(() -> new ResistiveLadder(1, 0, Double.NaN))
        .hasMessageContaining("segment must be zero or positive");
    assertThatThrownBy(() -> new ResistiveLadder(2, 0, 1).voltages(1, new double[3]))
        .hasMessageContaining("one for each of 2 cells, but were 3");
    assertThatThrownBy(() -> new ResistiveLadder(1, 0, 1).voltages(1, new double[] {-1}))
        .hasMessageContaining("conductance of cell 0");
  }
}
