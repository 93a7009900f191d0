package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageCostTest {
  private static final ArrayGeometry TWO_ARRAYS =
      new ArrayGeometry(4, 8, 2, 0, 8, 4, 0, 0); // 16 cells at once, 4 converters

  private static final ActionPrices PRICES =
      ActionPrices.standard().withPulse(Price.of(50e-15, 2e-9, PriceKind.MODEL, "test"));

  @Test
  void aStageTakesItsActionsOneAfterAnotherAsManyAtOnceAsThereAreLanes() {
    List<StageCost> stages =
        StageCost.of(
            PricedLedger.of(
                List.of(
                    new LedgerEntry("draw", Action.RESET_PULSE, 32),
                    new LedgerEntry("draw", Action.COIN_PULSE, 33),
                    new LedgerEntry("draw", Action.CELL_READ, 16),
                    new LedgerEntry("draw", Action.ROW_ACTIVATION, 7),
                    new LedgerEntry("sum", Action.CONVERSION_STEP, 1024)),
                PRICES),
            TWO_ARRAYS,
            2);
    assertThat(stages).extracting(StageCost::stage).containsExactly("draw", "sum");
    // 2 x 2 ns, 3 x 2 ns, 1 x 3 ns; 256 x 6.25 ps.
    assertThat(stages.getFirst().seconds()).isCloseTo(13e-9, within(1e-18));
    assertThat(stages.getFirst().bits()).isEqualTo(16.5);
    assertThat(stages.getFirst().joules())
        .isCloseTo((65 * 50 + 16 * 10 + 7 * 52) * 1e-15, within(1e-24));
    assertThat(stages.getLast().seconds()).isCloseTo(1.6e-9, within(1e-18));
    assertThat(stages.getLast().bits()).isZero();
  }

  @Test
  void currentsOfAWholeArrayFlowAtOnceAndPulsesOfOneRow() {
    assertThat(StageCost.lanes(Action.CELL_CURRENT, TWO_ARRAYS)).isEqualTo(2 * 4 * 8);
    assertThat(StageCost.lanes(Action.COIN_PULSE, TWO_ARRAYS)).isEqualTo(2 * 8);
    assertThat(StageCost.lanes(Action.ROW_ACTIVATION, TWO_ARRAYS)).isEqualTo(2);
  }

  @Test
  void theSofterTheGroundOfANumberTheWiderItsRange() {
    assertThat(Arrays.stream(PriceKind.values()).map(PriceKind::factor))
        .containsExactly(1.2, 1.2, 1.5, 2.0, 3.0, 3.0, 3.0);
  }
}
