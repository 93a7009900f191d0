package io.spindrift.memory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResistiveBitLineTest {
  /** Two cells by Kirchhoff's laws: nodes at u and w, wire r each, foot at zero. */
  @Test
  void twoCellsFollowKirchhoff() {
    double r = 0.1;
    double near = 1;
    double far = 2;
    double a = 3;
    double b = 5;
    // near (a - u) + (w - u)/r = u/r and far (b - w) = (w - u)/r.
    double u = (near * a + far * b / (1 + far * r)) / (near + 1 / r + far / (1 + far * r));
    assertThat(new ResistiveBitLine(0, r).collected(new double[] {near, far}, new double[] {a, b}))
        .isCloseTo(u / r, within(1e-12));
  }

  @Test
  void cellsThatAreNotDrivenDrawNothing() {
    BitLine line = new ResistiveBitLine(1, 0.5);
    assertThat(line.collected(new double[] {4, 1, 7}, new double[] {0, 1, 0}))
        .isCloseTo(1 / (1 + 2.0), within(1e-12)); // one siemens behind foot and two segments
  }

  @Test
  void withoutResistanceItIsThePlainSum() {
    double[] siemens = {1, 2, 3};
    double[] drive = {2, -1, 1};
    assertThat(new ResistiveBitLine(0, 0).collected(siemens, drive))
        .isEqualTo(BitLine.IDEAL.collected(siemens, drive))
        .isEqualTo(3);
  }

  @Test
  void aResistiveLineShrinksAProductAndAnIdealOneKeepsItExact() {
    int[] ones = new int[64];
    Arrays.fill(ones, 1);
    MatrixProduct product =
        new MatrixProduct(
            BinaryCoding.UNSIGNED,
            new IntegerMatrix(64, 1, ones),
            SpreadConductances.alike(2),
            Periphery.ideal(64, 12));
    Ledger.Stage stage = new Ledger().stage("product");
    StreamKey key = StreamKey.root(1);
    double before = 65;
    for (double ohms : new double[] {0, 1, 3, 10}) {
      Periphery lossy = Periphery.ideal(64, 12).withLine(new ResistiveBitLine(0, ohms));
      double result = product.with(lossy).multiply(ones, key, stage)[0];
      assertThat(result).isLessThan(before);
      before = result;
    }
    assertThat(
            product
                .with(Periphery.ideal(64, 12).withLine(new ResistiveBitLine(0, 0)))
                .multiply(ones, key, stage))
        .containsExactly(64);
  }

  @Test
  void negativeResistancesAreRefused() {
    assertThatThrownBy(() -> new ResistiveBitLine(-1, 0)).hasMessageContaining("driver");
    assertThatThrownBy(() -> new ResistiveBitLine(0, Double.NaN)).hasMessageContaining("segment");
  }
}
