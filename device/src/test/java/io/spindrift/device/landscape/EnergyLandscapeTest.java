package io.spindrift.device.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyLandscapeTest {
  private static final double BK = 0.06;

  private static EnergyLandscape landscape(LinearField field) {
    return EnergyLandscape.of(field).orElseThrow();
  }

  @Test
  void withoutAFieldTheBarrierOfARoundJunctionIsARing() {
    EnergyLandscape free = landscape(new LinearField(0, 0, 0, -0.02, -0.02, BK - 0.02));
    assertThat(free.axial()).isTrue();
    assertThat(free.passes()).hasSize(1);
    assertThat(free.barrierTesla(MagneticState.PARALLEL)).isCloseTo(BK / 2, within(1e-15));
    assertThat(free.pass().z()).isZero();
    assertThat(free.pass().lowCurvatureTesla()).isCloseTo(-BK, within(1e-15));
  }

  @Test
  void aFieldAlongTheAxisMakesOneBarrierHigherAndTheOtherLower() {
    double h = 0.3;
    EnergyLandscape tilted = landscape(new LinearField(0, 0, h * BK, 0, 0, BK));
    assertThat(tilted.barrierTesla(MagneticState.PARALLEL))
        .isCloseTo(BK / 2 * (1 + h) * (1 + h), within(1e-15));
    assertThat(tilted.barrierTesla(MagneticState.ANTIPARALLEL))
        .isCloseTo(BK / 2 * (1 - h) * (1 - h), within(1e-15));
    assertThat(tilted.pass().z()).isCloseTo(-h, within(1e-15));
  }

  @Test
  void aFieldInThePlaneOpensOnePass() {
    double h = 0.2;
    EnergyLandscape crossed = landscape(new LinearField(h * BK, 0, 0, 0, 0, BK));
    assertThat(crossed.passes()).hasSize(1);
    assertThat(crossed.parallel().x()).isCloseTo(h, within(1e-14));
    assertThat(crossed.pass().x()).isCloseTo(1, within(1e-14));
    for (MagneticState state : MagneticState.values()) {
      assertThat(crossed.barrierTesla(state)).isCloseTo(BK / 2 * (1 - h) * (1 - h), within(1e-15));
    }
  }

  @Test
  void anEllipticJunctionHasTwoEqualPasses() {
    EnergyLandscape elliptic = landscape(new LinearField(0, 0, 0, 0.01, 0, BK));
    assertThat(elliptic.passes()).hasSize(2);
    assertThat(elliptic.passes()).allMatch(pass -> Math.abs(Math.abs(pass.x()) - 1) < 1e-14);
    assertThat(elliptic.barrierTesla(MagneticState.PARALLEL))
        .isCloseTo((BK - 0.01) / 2, within(1e-15));
  }

  @Test
  void theLowerOfTwoUnequalPassesIsTheBarrier() {
    // Saddles at +-x, at -+Bx - kx/2; wells at mx = h, Bx = h (Bk - kx), at -Bk/2 - h Bx/2.
    double kx = 0.02;
    double h = 0.1;
    EnergyLandscape crossed = landscape(new LinearField(h * (BK - kx), 0, 0, kx, 0, BK));
    assertThat(crossed.passes()).hasSize(2);
    assertThat(crossed.pass().x()).isCloseTo(1, within(1e-14));
    for (MagneticState state : MagneticState.values()) {
      assertThat(crossed.barrierTesla(state))
          .isCloseTo((BK - kx) / 2 * (1 - h) * (1 - h), within(1e-15));
    }
  }

  @Test
  void withoutTwoWellsThereIsNoLandscape() {
    assertThat(EnergyLandscape.of(new LinearField(0, 0, 1.1 * BK, 0, 0, BK))).isEmpty();
    assertThat(EnergyLandscape.of(new LinearField(1.1 * BK, 0, 0, 0, 0, BK))).isEmpty();
    assertThat(EnergyLandscape.of(new LinearField(0, 0, 0, 0, 0, -BK))).isEmpty();
    assertThat(EnergyLandscape.of(new LinearField(0, 0, 0, BK, 0, 0))).isEmpty();
    assertThat(EnergyLandscape.of(new LinearField(0, 0, 0, 0, 0, 0))).isEmpty();
  }

  /**
   * 2,000 random fields, of which some have a component of zero. On a sphere minima plus maxima
   * less saddles is 2 (Poincare and Hopf), and no direction of a grid lies below the lowest or
   * above the highest stationary point.
   */
  @Test
  void everyStationaryPointIsFound() {
    RandomStream random = StreamKey.root(3).purpose("landscape").open();
    for (int trial = 0; trial < 2_000; trial++) {
      double[] c = new double[6];
      for (int i = 0; i < 6; i++) {
        c[i] = random.nextInt(8) == 0 && i < 3 ? 0 : (random.nextDouble() - 0.5) * (i < 3 ? 1 : 2);
      }
      LinearField field = new LinearField(c[0], c[1], c[2], c[3], c[4], c[5]);
      List<StationaryPoint> points = StationaryPoints.of(field);
      int sum = 0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (StationaryPoint p : points) {
        sum += p.isSaddle() ? -1 : 1;
        lowest = Math.min(lowest, p.energyTesla());
        highest = Math.max(highest, p.energyTesla());
        Tangent t = Tangent.at(field, new double[] {p.x(), p.y(), p.z()});
        assertThat(Math.hypot(t.gradientE(), t.gradientF())).isLessThan(1e-12);
      }
      assertThat(sum).as("field %s: %s", field, points).isEqualTo(2);
      for (int i = 0; i < 200; i++) {
        double z = 2 * random.nextDouble() - 1;
        double phi = 2 * Math.PI * random.nextDouble();
        double r = Math.sqrt(1 - z * z);
        double energy = field.energyTesla(r * Math.cos(phi), r * Math.sin(phi), z);
        assertThat(energy).isBetween(lowest - 1e-12, highest + 1e-12);
      }
    }
  }

  /**
   * Without a field the orbit through the saddles +-x is half a great circle, along which |m x B| =
   * sqrt(kx (kz - kx)) sin t: S = 2 sqrt(kx (kz - kx)) between one saddle and the next.
   */
  @Test
  void actionOfTheOrbitThroughTheSaddleIsTheClosedForm() {
    double kx = 0.01;
    EnergyLandscape elliptic = landscape(new LinearField(0, 0, 0, kx, 0, BK));
    for (MagneticState state : MagneticState.values()) {
      assertThat(SaddleContour.actionTesla(elliptic, elliptic.pass(), state))
          .isCloseTo(2 * Math.sqrt(kx * (BK - kx)), within(1e-6));
    }
  }

  /**
   * In a field in the plane the orbit closes on its own saddle. With h = Bx/Bk and w = 1 - mx it
   * lies on mz^2 = 2 h w and my^2 = w (2 - 2h - w); |m x B| is summed along it in fine steps of w.
   */
  @Test
  void actionInAFieldInThePlaneIsTheLineIntegral() {
    double h = 0.2;
    LinearField field = new LinearField(h * BK, 0, 0, 0, 0, BK);
    EnergyLandscape crossed = landscape(field);
    double sum = 0;
    double[] before = {1, 0, 0};
    int parts = 200_000;
    for (int i = 1; i <= parts; i++) {
      double w = 0.5 * (2 - 2 * h) * (1 - Math.cos(Math.PI * i / parts));
      double[] m = {1 - w, Math.sqrt(Math.max(0, w * (2 - 2 * h - w))), Math.sqrt(2 * h * w)};
      double[] middle =
          Tangent.unit(new double[] {m[0] + before[0], m[1] + before[1], m[2] + before[2]});
      double[] b = {h * BK, 0, BK * middle[2]};
      double[] torque = Tangent.cross(middle, b);
      double ds =
          Math.sqrt(
              (m[0] - before[0]) * (m[0] - before[0])
                  + (m[1] - before[1]) * (m[1] - before[1])
                  + (m[2] - before[2]) * (m[2] - before[2]));
      sum += 2 * ds * Math.sqrt(Tangent.dot(torque, torque));
      before = m;
    }
    assertThat(SaddleContour.actionTesla(crossed, crossed.pass(), MagneticState.PARALLEL) / sum)
        .isCloseTo(1, within(1e-5));
  }
}
