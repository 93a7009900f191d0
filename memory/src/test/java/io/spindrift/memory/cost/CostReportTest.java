package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CostReportTest {
  /** R_P(V) of the public compact fit hyryn-git/VC-MTJ_MC_Model (2026), in ohms. */
  private static final ResistanceModel COMPACT_FIT =
      (state, volts, device) -> 114.1122817e3 / (0.180017789 * volts * volts + 1.108333982);

  private static final CoinPulse PULSE = new CoinPulse(MagneticState.PARALLEL, 1.44, 2e-9, 300);

  private static final ActionPrices PRICES =
      ActionPrices.standard()
          .with(Action.RESET_PULSE, Price.of(20e-15, 2e-9, PriceKind.CALIBRATED_MODEL, "test"))
          .with(Action.COIN_PULSE, Price.of(54e-15, 2e-9, PriceKind.CALIBRATED_MODEL, "test"));

  /** 1,000 delivered bits of two tosses each in rows of 256, and a denoiser. */
  private static final List<LedgerEntry> LEDGER =
      List.of(
          new LedgerEntry("sampling", Action.RESET_PULSE, 2000),
          new LedgerEntry("sampling", Action.COIN_PULSE, 2000),
          new LedgerEntry("sampling", Action.CELL_READ, 2000),
          new LedgerEntry("sampling", Action.ROW_ACTIVATION, 24),
          new LedgerEntry("sampling", Action.XOR, 1000),
          new LedgerEntry("sampling", Action.BIT_COUNT, 1000),
          new LedgerEntry("sampling", Action.MULTIPLY_ACCUMULATE, 1_000_000),
          new LedgerEntry("storing", Action.WRITE_PULSE, 10));

  private static final ArrayFootprint FOOTPRINT =
      ArrayFootprint.byEfficiency(ArrayGeometry.ofBits(256, 256, 2), 28e-9, AreaTable.standard());

  /** 34.5 F^2 at 28 nm in square micrometres. */
  private static final double CELL = 34.5 * 0.028 * 0.028;

  private static CostReport report(List<LedgerEntry> ledger) {
    return CostReport.of(ledger, 2, FOOTPRINT, PRICES, PriceTable.standard());
  }

  @Test
  void aPulseOfTheCompactFitCostsFiftyFourFemtojoules() {
    assertThat(PulseEnergy.joules(COMPACT_FIT, PULSE)).isCloseTo(54e-15, within(0.5e-15));
    double inTable =
        PriceTable.standard().find("vcmtj-fit").figures().energyPerBitJoules().orElseThrow();
    assertThat(PulseEnergy.joules(COMPACT_FIT, PULSE)).isCloseTo(inTable, within(0.5e-15));
  }

  @Test
  void theEnergyOfARunIsTheSumOverItsLedger() {
    CostReport report = report(LEDGER);
    double byHand =
        2000 * 20e-15
            + 2000 * 54e-15
            + 2000 * 10e-15
            + 24 * 52e-15
            + 1000 * 1.9e-15
            + 1000 * 3.75e-15
            + 1e6 * 4.6e-12
            + 10 * 40e-15;
    PricedLedger priced = report.priced();
    assertThat(priced.totalJoules()).isCloseTo(byHand, within(1e-12 * byHand));
    assertThat(priced.joulesByStage().values().stream().mapToDouble(j -> j).sum())
        .isCloseTo(byHand, within(1e-12 * byHand));
    assertThat(priced.joulesByAction().values().stream().mapToDouble(j -> j).sum())
        .isCloseTo(byHand, within(1e-12 * byHand));
    assertThat(report.noiseJoules() + report.denoiserJoules() + 10 * 40e-15)
        .isCloseTo(byHand, within(1e-12 * byHand));
    assertThat(report.joulesPerImage("storing", 4)).isCloseTo(100e-15, within(1e-25));
  }

  @Test
  void figuresPerBitFollowFromTheCounts() {
    CostReport report = report(LEDGER);
    assertThat(report.deliveredBits()).isEqualTo(1000);
    CostFigures cell = report.cellOnly();
    CostFigures all = report.withPeriphery();
    // Two tosses of 20 + 54 fJ; then reads 2 x 10, rows 24 x 52 / 1000, one XOR 1.9.
    assertThat(cell.energyPerBitJoules().orElseThrow()).isCloseTo(148e-15, within(1e-24));
    assertThat(all.energyPerBitJoules().orElseThrow())
        .isCloseTo((148 + 20 + 1.248 + 1.9) * 1e-15, within(1e-24));
    // A cycle of 2 + 2 + 3 ns, twice per bit.
    assertThat(cell.bitsPerSecond().orElseThrow()).isCloseTo(1 / 14e-9, within(1.0));
    assertThat(all.areaSquareMeters().orElseThrow())
        .isCloseTo(256 * CELL * 1e-12 / 0.5, within(1e-24));
    assertThat(cell.energyPerArea().orElseThrow())
        .isCloseTo(148e-15 / (CELL * 1e-12), within(1e-6));
    assertThat(report.noiseSeconds()).isCloseTo(2000 * 7e-9 / 256, within(1e-18));
  }

  @Test
  void eachReadingComparesTheRunWithEachTechnologyAndJudgesTheClaim() {
    CostReport report = report(LEDGER);
    int technologies = PriceTable.standard().technologies().size();
    assertThat(report.comparisons()).hasSize(technologies * 2 * Reading.values().length);
    // cmos-14-urng: 3 pJ, 1008 um2; the cell 148 fJ, 34.5 F^2.
    Comparison energy = find(report, Reading.ENERGY);
    assertThat(energy.advantage().orElseThrow()).isCloseTo(3e-12 / 148e-15, within(1e-9));
    assertThat(energy.claim()).isEqualTo(Claim.SMALLER);
    Comparison product = find(report, Reading.ENERGY_TIMES_AREA);
    assertThat(product.advantage().orElseThrow())
        .isCloseTo(3000.0 * 1008 / (148 * CELL), within(1e-6));
    assertThat(product.claim()).isEqualTo(Claim.EXCEEDED);
    Comparison literal = find(report, Reading.ENERGY_PER_AREA);
    assertThat(literal.advantage().orElseThrow())
        .isCloseTo(3000.0 / 1008 / (148 / CELL), within(1e-9));
    assertThat(literal.claim()).isEqualTo(Claim.REVERSED);
    assertThat(find(report, Reading.RATE_PER_AREA).advantage().orElseThrow())
        .isCloseTo((1 / 14e-9 / (CELL * 1e-12)) / (162.5e6 / 1008e-12), within(1e-3));
  }

  private static Comparison find(CostReport report, Reading reading) {
    return report.comparisons().stream()
        .filter(c -> c.technology().id().equals("cmos-14-urng"))
        .filter(c -> c.scope() == Scope.CELL_ONLY && c.reading() == reading)
        .findFirst()
        .orElseThrow();
  }

  /** The cell of 148 fJ and 0.027 um2 beside every generator in measured silicon. */
  @Test
  void eachDefinitionHasItsOwnVerdictOverMeasuredSilicon() {
    List<ClaimSummary> cell =
        report(LEDGER).claims().stream().filter(c -> c.scope() == Scope.CELL_ONLY).toList();
    assertThat(cell).extracting(ClaimSummary::reading).containsExactly(Reading.values());
    ClaimSummary energy = cell.getFirst();
    assertThat(energy.rivals()).isEqualTo(5);
    assertThat(energy.lowest().orElseThrow()).isCloseTo(186.0 / 148, within(1e-9));
    assertThat(energy.highest().orElseThrow()).isCloseTo(180e3 / 148, within(1e-6));
    assertThat(energy.outcomes())
        .containsOnly(
            Map.entry(Claim.SMALLER, 4), Map.entry(Claim.HOLDS, 1)); // 1216 times at 180 nm
    ClaimSummary product = cell.get(1);
    assertThat(product.rivals()).isEqualTo(4);
    assertThat(product.unknown()).containsExactly("cmos-28-ring");
    assertThat(product.outcomes()).containsOnly(Map.entry(Claim.EXCEEDED, 4));
    assertThat(cell.get(2).outcomes()).containsOnly(Map.entry(Claim.REVERSED, 4));
    assertThat(cell.get(3).unknown()).containsExactly("cmos-130-latch", "cmos-28-ring");
  }

  @Test
  void doublingEveryCountLeavesTheFiguresPerBitAndDoublesTheEnergy() {
    CostReport once = report(LEDGER);
    CostReport twice =
        report(
            LEDGER.stream()
                .map(e -> new LedgerEntry(e.stage(), e.action(), 2 * e.count()))
                .toList());
    assertThat(twice.cellOnly()).isEqualTo(once.cellOnly());
    assertThat(twice.withPeriphery()).isEqualTo(once.withPeriphery());
    assertThat(twice.priced().totalJoules())
        .isCloseTo(2 * once.priced().totalJoules(), within(1e-18));
  }

  @Test
  void theClaimIsJudgedByOrdersOfMagnitude() {
    assertThat(Claim.of(OptionalDouble.of(1000))).isEqualTo(Claim.HOLDS);
    assertThat(Claim.of(OptionalDouble.of(300))).isEqualTo(Claim.SMALLER);
    assertThat(Claim.of(OptionalDouble.of(4000))).isEqualTo(Claim.EXCEEDED);
    assertThat(Claim.of(OptionalDouble.of(1))).isEqualTo(Claim.REVERSED);
    assertThat(Claim.of(OptionalDouble.empty())).isEqualTo(Claim.UNKNOWN);
  }

  @Test
  void aRunWithoutCoinsHasNoEnergyPerBit() {
    CostReport report = report(List.of(new LedgerEntry("storing", Action.WRITE_PULSE, 10)));
    assertThat(report.cellOnly().energyPerBitJoules()).isEmpty();
    assertThat(report.withPeriphery().energyPerBitJoules()).isEmpty();
    assertThat(find(report, Reading.ENERGY).claim()).isEqualTo(Claim.UNKNOWN);
  }

  @Test
  void anActionWithoutAPriceIsRefusedAndNotFree() {
    assertThatThrownBy(() ->
            PricedLedger.of(
                List.of(new LedgerEntry("s", Action.COIN_PULSE, 1)), ActionPrices.standard()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("no price for COIN_PULSE");
  }

  /** cmos-14-urng: 20 times in energy, 7.6e5 in energy x area, 1840 times worse divided by area. */
  @Test
  void theVerdictBesideAConventionalGeneratorIsOneSentence() {
    List<Verdict> verdicts = Verdict.of(report(LEDGER).comparisons());
    assertThat(verdicts.stream().map(v -> v.rival().id()).distinct())
        .containsExactly(
            "cmos-45-metastable",
            "cmos-14-urng",
            "cmos-130-latch",
            "cmos-28-ring",
            "cmos-180-dual-oscillator");
    assertThat(verdicts).hasSize(5 * Reading.values().length);
    assertThat(sentence(verdicts, "cmos-14-urng", Reading.ENERGY))
        .isEqualTo(
            "By energy per bit, 20.3 times better cell only and 17.5 times better with periphery"
                + " than all-digital full-entropy TRNG: the claim falls short.");
    assertThat(sentence(verdicts, "cmos-14-urng", Reading.ENERGY_TIMES_AREA))
        .contains("7.6e5 times better cell only")
        .endsWith("the claim is exceeded cell only, holds with periphery.");
    assertThat(sentence(verdicts, "cmos-14-urng", Reading.ENERGY_PER_AREA))
        .contains("1840 times worse cell only")
        .endsWith("the claim is reversed.");
    assertThat(sentence(verdicts, "cmos-28-ring", Reading.ENERGY_TIMES_AREA))
        .isEqualTo(
            "By energy x area there is no verdict beside synthesised ring-oscillator TRNG: a figure"
                + " is not known.");
  }

  private static String sentence(List<Verdict> verdicts, String id, Reading reading) {
    return verdicts.stream()
        .filter(v -> v.rival().id().equals(id) && v.reading() == reading)
        .findFirst()
        .orElseThrow()
        .sentence();
  }
}
