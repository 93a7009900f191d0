package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.dynamics.ThermalField;
import io.spindrift.device.spec.MacrospinDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slowest rate against the axial problem solved exactly, Brown's asymptote and itself. */
class SlowestRateTest {
  private static SlowestRate axial(double stability) {
    MacrospinDevice device = CheckDevice.ofStability(stability, 0.03);
    return FokkerPlanck.slowestRate(device, 0, 300);
  }

  private static double diffusion() {
    return ThermalField.diffusionPerSecond(CheckDevice.free().freeLayer(), 300);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 3, 8})
  void aLowBarrierHasTheEigenvalueOfTheAxialProblem(double stability) {
    double expected = diffusion() * axialEigenvalue(stability, 4000);
    // The reference is of second order in its 1/4000.
    assertThat(axial(stability).ratePerSecond()).isCloseTo(expected, within(2e-5 * expected));
  }

  /**
   * The odd mode of d/dz (1 - z^2) e^(-V) d/dz on half the sphere, V = -stability z^2, by finite
   * volumes and inverse iteration; u(0) = 0.
   */
  private static double axialEigenvalue(double stability, int cells) {
    double h = 1.0 / cells;
    double[] flux = new double[cells + 1]; // through the lower face of a cell
    double[] mass = new double[cells];
    for (int i = 0; i <= cells; i++) {
      double z = i * h;
      flux[i] = (1 - z * z) * Math.exp(stability * z * z) / h * (i == 0 ? 2 : 1);
    }
    for (int i = 0; i < cells; i++) {
      double z = (i + 0.5) * h;
      mass[i] = h * Math.exp(stability * z * z);
    }
    double[] u = new double[cells];
    java.util.Arrays.fill(u, 1);
    double eigenvalue = 0;
    for (int round = 0; round < 60; round++) {
      // -d/dz(flux du/dz) = mass u: integrate twice, from the pole inwards and from the equator.
      double[] next = new double[cells];
      double[] above = new double[cells + 1];
      for (int i = cells - 1; i >= 0; i--) {
        above[i] = above[i + 1] + mass[i] * u[i];
      }
      double value = 0;
      for (int i = 0; i < cells; i++) {
        value += above[i] / flux[i];
        next[i] = value;
      }
      double overlap = 0;
      double norm = 0;
      for (int i = 0; i < cells; i++) {
        overlap += mass[i] * u[i] * u[i];
        norm += mass[i] * u[i] * next[i];
      }
      eigenvalue = overlap / norm;
      double largest = next[cells - 1];
      for (int i = 0; i < cells; i++) {
        u[i] = next[i] / largest;
      }
    }
    return eigenvalue;
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 40})
  void aHighBarrierKeepsItsRelativeAccuracy(double stability) {
    SlowestRate rate = axial(stability);
    double expected = diffusion() * axialEigenvalue(stability, 8000);
    assertThat(rate.ratePerSecond()).isCloseTo(expected, within(1e-4 * expected));
    assertThat(rate.relativeError()).isLessThan(1e-4);
    assertThat(rate.parallelShare()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void theRateTendsToBrownsAsymptoteForAHighBarrier() {
    // W. F. Brown, Phys. Rev. 130, 1677 (1963): both wells together; the next term is
    // of relative size 1/stability.
    double stability = 40;
    double brown =
        4 * diffusion() * stability * Math.sqrt(stability / Math.PI) * Math.exp(-stability);
    double ratio = axial(stability).ratePerSecond() / brown;
    assertThat(ratio).isBetween(1 - 1.5 / stability, 1 - 0.5 / stability);
  }

  @Test
  void eigenvalueAndFluxAgreeWhereBothAreExact() {
    MacrospinDevice device = CheckDevice.ofStability(12, 0.03);
    LinearField rest = EffectiveField.of(device, 0);
    LinearField field =
        new LinearField(0.004, 0.002, 0.001, rest.kx() - 0.004, rest.ky(), rest.kz());
    SlowestRate rate = FokkerPlanck.slowestRate(field, 0.03, diffusion());
    BoltzmannDensity law =
        new BoltzmannDensity(
            field,
            BoltzmannDensity.perTesla(0.03, diffusion()),
            SphereRegion.WHOLE,
            rate.mode().degree());
    double turn =
        io.spindrift.numerics.Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            / (1 + 0.03 * 0.03);
    double flux = law.fluxRate(rate.mode().layout(), rate.mode().coefficients(), turn, diffusion());
    assertThat(flux).isCloseTo(rate.ratePerSecond(), within(1e-6 * flux));
  }

  @Test
  void ratesOutOfTheWellsAreInDetailedBalance() {
    MacrospinDevice device = CheckDevice.ofStability(10, 0.03);
    LinearField rest = EffectiveField.of(device, 0);
    LinearField field = new LinearField(0, 0, 0.001, rest.kx(), rest.ky(), rest.kz());
    SlowestRate rate = FokkerPlanck.slowestRate(field, 0.03, diffusion());
    double out = rate.ratePerSecond(MagneticState.PARALLEL);
    double back = rate.ratePerSecond(MagneticState.ANTIPARALLEL);
    assertThat(out + back).isCloseTo(rate.ratePerSecond(), within(1e-9 * back));
    assertThat(back / out)
        .isCloseTo(rate.parallelShare() / (1 - rate.parallelShare()), within(1e-9 * back / out));
    assertThat(rate.parallelShare()).isGreaterThan(0.6);
  }
}
