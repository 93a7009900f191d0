package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechnologyNodesTest {
  private static final TechnologyNodes NODES = TechnologyNodes.standard();

  /** Erratum of Stillmaker and Baas (2017), section 4.2.1: 65 nm at 1.3 V to 32 nm at 0.9 V. */
  @Test
  void energiesFollowTheWorkedExampleOfTheErratum() {
    assertThat(NODES.energy(32e-9, 0.9)).isCloseTo(0.4571, within(1e-4));
    assertThat(NODES.energy(65e-9, 1.3)).isCloseTo(2.604, within(1e-3));
    assertThat(NODES.energy(32e-9, 0.9) / NODES.energy(65e-9, 1.3)).isCloseTo(0.1755, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"65,45,0.66", "45,32,0.46", "32,65,3.3", "14,7,0.34", "7,45,17", "130,90,0.44"})
  void areasFollowThePublishedFactors(double from, double to, double factor) {
    assertThat(NODES.areaFactor(from * 1e-9, to * 1e-9)).isCloseTo(factor, within(1e-12));
  }

  @Test
  void aNodeBetweenTwoIsInterpolatedInTheLogarithms() {
    double share = Math.log(32.0 / 28) / Math.log(32.0 / 20);
    assertThat(NODES.areaFactor(45e-9, 28e-9))
        .isCloseTo(0.46 * Math.pow(0.21 / 0.46, share), within(1e-12));
    assertThat(NODES.areaFactor(40e-9, 40e-9)).isBetween(0.95, 1.05);
    assertThat(NODES.energy(28e-9, 0.9))
        .isBetween(NODES.energy(20e-9, 0.9), NODES.energy(32e-9, 0.9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {65, 45, 28, 22, 16, 14, 7})
  void logicCostsLessAtAFinerNodeAndAllElseIsKept(double nanometers) {
    ActionPrices table = ActionPrices.standard();
    ActionPrices there = table.at(nanometers * 1e-9);
    double factor = NODES.energyFactor(45e-9, nanometers * 1e-9);
    assertThat(factor < 1).isEqualTo(nanometers < 45);
    assertThat(there.of(Action.FULL_ADD).energyJoules())
        .isCloseTo(3.75e-15 * factor, within(1e-24));
    assertThat(there.of(Action.FULL_ADD).source()).contains("Horowitz", "Stillmaker");
    assertThat(there.of(Action.CELL_READ)).isEqualTo(table.of(Action.CELL_READ));
    assertThat(there.of(Action.CONVERSION_STEP)).isEqualTo(table.of(Action.CONVERSION_STEP));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 250, 0, -28, Double.NaN})
  void aNodeWithoutARuleIsRefused(double nanometers) {
    assertThatThrownBy(() -> ActionPrices.standard().at(nanometers * 1e-9))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("between 7 nm and 130 nm");
  }
}
