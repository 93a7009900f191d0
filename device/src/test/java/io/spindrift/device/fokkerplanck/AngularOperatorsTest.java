package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.StreamKey;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Multiplications and rotations of spherical harmonics against their values on the sphere. */
class AngularOperatorsTest {
  private static final int DEGREE = 12;
  private static final HarmonicLayout LAYOUT = new HarmonicLayout(DEGREE + 2);

  private final AngularOperators operators = new AngularOperators(LAYOUT);
  private final RandomGenerator random = StreamKey.root(11).purpose("harmonics").open();

  /** A function without the last two degrees, so that no product is cut. */
  private double[] someFunction() {
    double[] f = new double[LAYOUT.size()];
    for (int half : HarmonicOperator.halves()) {
      for (int m = HarmonicLayout.lowestOrder(half); m <= DEGREE; m++) {
        for (int l = m; l <= DEGREE; l++) {
          f[LAYOUT.at(half, l, m)] = random.nextGaussian();
        }
      }
    }
    return f;
  }

  private double[] someDirection() {
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double r = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / r, y / r, z / r};
  }

  private static double value(double[] f, double x, double y, double z) {
    double r = Math.sqrt(x * x + y * y + z * z);
    return new SphereFunction(LAYOUT, f).value(x / r, y / r, z / r);
  }

  @Test
  void theFirstHarmonicsAreTheComponentsOfTheDirection() {
    double scale = Math.sqrt(3 / (4 * Math.PI));
    double[] d = someDirection();
    int[] halves = {HarmonicLayout.COSINE, HarmonicLayout.SINE, HarmonicLayout.COSINE};
    int[] orders = {1, 1, 0};
    for (int i = 0; i < 3; i++) {
      double[] f = new double[LAYOUT.size()];
      f[LAYOUT.at(halves[i], 1, orders[i])] = 1;
      assertThat(value(f, d[0], d[1], d[2])).isCloseTo(scale * d[i], within(1e-14));
    }
  }

  @Test
  void multiplicationMultipliesValues() {
    double[] f = someFunction();
    HarmonicOperator[] multiply = {operators.x(), operators.y(), operators.z()};
    for (int sample = 0; sample < 5; sample++) {
      double[] d = someDirection();
      double before = value(f, d[0], d[1], d[2]);
      for (int i = 0; i < 3; i++) {
        double after = value(multiply[i].applied(f), d[0], d[1], d[2]);
        assertThat(after).isCloseTo(d[i] * before, within(1e-12));
      }
    }
  }

  @Test
  void rotationsDifferentiateAlongTheRotatedDirection() {
    double[] f = someFunction();
    HarmonicOperator[] rotate = {
      operators.rotationX(), operators.rotationY(), operators.rotationZ()
    };
    double h = 1e-5;
    for (int sample = 0; sample < 5; sample++) {
      double[] d = someDirection();
      double[][] moves = {{0, -d[2], d[1]}, {d[2], 0, -d[0]}, {-d[1], d[0], 0}}; // e_i x m
      for (int i = 0; i < 3; i++) {
        double[] e = moves[i];
        double ahead = value(f, d[0] + h * e[0], d[1] + h * e[1], d[2] + h * e[2]);
        double behind = value(f, d[0] - h * e[0], d[1] - h * e[1], d[2] - h * e[2]);
        double slope = value(rotate[i].applied(f), d[0], d[1], d[2]);
        // The error of the central difference is h^2/6 times the third derivative, 1e-10 x 12^3.
        assertThat((ahead - behind) / (2 * h)).isCloseTo(slope, within(1e-6));
      }
    }
  }

  @Test
  void threeRotationsInARowMakeTheLaplacian() {
    double[] f = someFunction();
    double[] sum = new double[LAYOUT.size()];
    for (HarmonicOperator r :
        new HarmonicOperator[] {
          operators.rotationX(), operators.rotationY(), operators.rotationZ()
        }) {
      double[] twice = r.applied(r.applied(f));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += twice[i];
      }
    }
    assertThat(sum).containsExactly(operators.laplacian().applied(f), within(1e-11));
  }
}
