package io.spindrift.device.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.DemagnetisingFactors;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyBarrierTest {
  private static final double MOMENT = CheckDevice.free().freeLayer().momentAmpereSquareMeters();
  private static final double BK = EffectiveField.uniaxialTesla(CheckDevice.free(), 0);

  @Test
  void withoutFieldItIsTheStabilityFactor() {
    EnergyBarrier barrier = EnergyBarrier.of(CheckDevice.free(), 0, 300);
    double factor = EffectiveField.stabilityFactor(CheckDevice.free(), 300);
    assertThat(barrier.thermal(MagneticState.PARALLEL)).isCloseTo(factor, within(1e-9));
    assertThat(barrier.thermal(MagneticState.ANTIPARALLEL)).isCloseTo(factor, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.7, 0.95})
  void inAFieldAcrossItIsTheSquareOfTheRest(double share) {
    // E/moment = -b sin(theta) - Bk cos^2(theta)/2: (Bk/2)(1 - b/Bk)^2, at any azimuth.
    for (double azimuth : new double[] {0, 0.4, 2}) {
      double b = share * BK;
      EnergyBarrier barrier =
          EnergyBarrier.of(in(b * Math.cos(azimuth), b * Math.sin(azimuth), 0), 0, 300);
      double expected = MOMENT * BK / 2 * (1 - share) * (1 - share);
      assertThat(barrier.parallelJoules()).isCloseTo(expected, within(1e-8 * MOMENT * BK));
      assertThat(barrier.antiparallelJoules()).isCloseTo(expected, within(1e-8 * MOMENT * BK));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.6, 0.02, 0.5})
  void inAFieldAlongTheAxisBothWellsDiffer(double share) {
    EnergyBarrier barrier = EnergyBarrier.of(in(0, 0, share * BK), 0, 300);
    double scale = MOMENT * BK / 2;
    assertThat(barrier.parallelJoules())
        .isCloseTo(scale * (1 + share) * (1 + share), within(1e-8 * scale));
    assertThat(barrier.antiparallelJoules())
        .isCloseTo(scale * (1 - share) * (1 - share), within(1e-8 * scale));
  }

  @Test
  void anEllipseIsCrossedAlongItsMajorAxis() {
    FreeLayer layer = CheckDevice.free().freeLayer();
    FreeLayer ellipse =
        new FreeLayer(
            layer.majorAxisMeters(),
            layer.minorAxisMeters(),
            layer.thicknessMeters(),
            layer.saturationMagnetisationAmperesPerMeter(),
            layer.interfaceAnisotropyJoulesPerSquareMeter(),
            layer.damping(),
            Optional.of(new DemagnetisingFactors(0.008, 0.013, 0.979)));
    MacrospinDevice device = CheckDevice.free().withFreeLayer(ellipse);
    LinearField field = EffectiveField.of(device, 0);
    assertThat(EnergyBarrier.of(device, 0, 300).parallelJoules())
        .isCloseTo(MOMENT * (field.kz() - field.kx()) / 2, within(1e-9 * MOMENT));
  }

  @Test
  void voltageLowersItLinearlyAndARemovedWellHasNone() {
    double half = EnergyBarrier.of(CheckDevice.free(), 0.42, 300).parallelJoules();
    double rest = EnergyBarrier.of(CheckDevice.free(), 0, 300).parallelJoules();
    double share = EffectiveField.uniaxialTesla(CheckDevice.free(), 0.42) / BK;
    assertThat(half).isCloseTo(share * rest, within(1e-8 * rest));
    EnergyBarrier removed = EnergyBarrier.of(in(0, 0, 1.1 * BK), 0, 300);
    assertThat(removed.antiparallelJoules()).isZero();
    assertThat(EnergyBarrier.of(CheckDevice.free(), 1, 300).parallelJoules()).isZero();
  }

  private static MacrospinDevice in(double x, double y, double z) {
    return CheckDevice.free().withBiasField(new BiasField(x, y, z));
  }
}
