package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DevicePresets;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final ResistanceModel RESISTANCE =
      (state, volts, device) -> 100e3 / (1 + 0.1 * volts * volts);

  private record FairCoins() implements SwitchingModel {
    @Override
    public String name() {
      return "fair coins";
    }

    @Override
    public double probability(
        MagneticState from,
        double voltageVolts,
        double pulseSeconds,
        double temperatureKelvin,
        long deviceIndex) {
      return 0.5;
    }
  }

  private static Parameter parameter(String name, double low, double value, double high) {
    return new Parameter(name, "", value, new Range(low, high, "test"));
  }

  /** A = 200 a b^2: at the values 400, for a 200 and 800, for b 400/4 and 400 x 9. */
  @Test
  void aTinyModelGivesTheTornadoByHand() {
    Sensitivity tornado =
        Sensitivity.of(
            List.of(parameter("a", 1, 2, 4), parameter("b", 0.5, 1, 3)),
            v -> 200 * v[0] * v[1] * v[1]);
    assertThat(tornado.advantage()).isEqualTo(400);
    Swing first = tornado.swings().getFirst();
    assertThat(first.parameter().name()).isEqualTo("b");
    assertThat(first.atLow()).isEqualTo(100);
    assertThat(first.atHigh()).isEqualTo(3600);
    assertThat(first.decades()).isCloseTo(Math.log10(36), within(1e-12));
    assertThat(first.claim()).isEqualTo(Claim.HOLDS);
    assertThat(first.claimAtLow()).isEqualTo(Claim.SMALLER);
    assertThat(first.claimAtHigh()).isEqualTo(Claim.EXCEEDED);
    assertThat(first.movesTheVerdict()).isTrue();
    Swing second = tornado.swings().getLast();
    assertThat(second.atLow()).isEqualTo(200);
    assertThat(second.atHigh()).isEqualTo(800);
    assertThat(second.claimAtHigh()).isEqualTo(Claim.HOLDS);
  }

  @Test
  void aRangeThatDoesNotHoldItsValueIsRefused() {
    assertThatThrownBy(() -> parameter("a", 1, 3, 2))
        .hasMessageContaining("a must lie between 1.0 and 2.0, but was 3.0");
    assertThatThrownBy(() -> new Range(2, 1, "test")).hasMessageContaining("at most the high end");
    assertThatThrownBy(() -> new Range(Double.NaN, 1, "test")).hasMessageContaining("low end");
  }

  /** The model and the ledger are two ways to one price; full rows of 256, two tosses a bit. */
  @Test
  void theModelGivesTheFiguresOfTheLedger() {
    Junction junction =
        new Junction(
            "test",
            DeviceLoader.load(DevicePresets.DEFAULT, List.of()).spec(),
            new FairCoins(),
            RESISTANCE,
            1e-17,
            new OperatingPoint(-1.5, 2e-9, 300, 0.5, 0.5, "test"));
    Price coin =
        Price.of(
            junction.pulseEnergy(MagneticState.PARALLEL, -1).totalJoules(),
            2e-9,
            PriceKind.CALIBRATED_MODEL,
            "test");
    ActionPrices prices = ActionPrices.standard().at(28e-9).withPulse(coin);
    ArrayFootprint footprint = ArrayFootprint.standard(ArrayGeometry.ofBits(128, 256, 2));
    CostReport report =
        CostReport.of(
            List.of(
                new LedgerEntry("s", Action.RESET_PULSE, 2560),
                new LedgerEntry("s", Action.COIN_PULSE, 2560),
                new LedgerEntry("s", Action.CELL_READ, 2560),
                new LedgerEntry("s", Action.ROW_ACTIVATION, 30),
                new LedgerEntry("s", Action.XOR, 1280)),
            2,
            footprint,
            prices,
            PriceTable.standard());
    GeneratorModel model = new GeneratorModel(junction, prices, footprint, 2);
    double[] values = model.parameters().stream().mapToDouble(Parameter::value).toArray();
    equal(model.figures(values, Scope.CELL_ONLY), report.cellOnly());
    equal(model.figures(values, Scope.WITH_PERIPHERY), report.withPeriphery());
    values[7] *= 4;
    assertThat(
            model.figures(values, Scope.WITH_PERIPHERY).areaSquareMeters().orElseThrow()
                / ArrayFootprint.standard(ArrayGeometry.ofBits(512, 256, 2)).columnSquareMeters())
        .as("area of a column four times as long, by the model and by the footprint")
        .isCloseTo(1, within(0.01));
    VerdictSensitivity moved =
        model.sensitivity(Reading.ENERGY, Scope.WITH_PERIPHERY, report.comparisons()).orElseThrow();
    assertThat(moved.rival().id()).isEqualTo("cmos-130-latch");
    assertThat(moved.sensitivity().swings()).hasSize(values.length);
    Swing duty =
        moved.sensitivity().swings().stream()
            .filter(s -> s.parameter().name().equals("share of time in use"))
            .findFirst()
            .orElseThrow();
    assertThat(duty.decades()).isZero();
    Swing volts =
        moved.sensitivity().swings().stream()
            .filter(s -> s.parameter().name().equals("pulse voltage"))
            .findFirst()
            .orElseThrow();
    assertThat(volts.atLow()).isGreaterThan(moved.sensitivity().advantage());
    assertThat(volts.atHigh()).isLessThan(moved.sensitivity().advantage());
  }

  private static void equal(CostFigures model, CostFigures ledger) {
    for (Reading reading : Reading.values()) {
      double expected = reading.of(ledger).orElseThrow();
      assertThat(reading.of(model).orElseThrow()).isCloseTo(expected, within(1e-9 * expected));
    }
  }
}
