package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
  private static final String PRESET = "precessional-macrospin";
  private static final String THREE =
      "spread.parameters=[{parameter: freeLayer.thickness, relativeSigma: 0.01}, {parameter:"
          + " barrier.thickness, sigma: 0.02 nm}, {parameter: biasField.x, law: truncated-normal,"
          + " sigma: 1 mT, lowest: 10 mT, highest: 15 mT}]";

  @Test
  void lawsAreReadWithTheirUnits() {
    MacrospinDevice device = load(THREE);
    List<ParameterSpread> parameters = device.spread().parameters();
    assertThat(parameters.get(0).sigma(1.1e-9)).isCloseTo(1.1e-11, within(1e-22));
    assertThat(parameters.get(1).sigma(1.5e-9)).isEqualTo(0.02e-9);
    assertThat(parameters.get(2).lowest(12e-3)).isEqualTo(10e-3);
    assertThat(parameters.get(2).highest(12e-3)).isEqualTo(15e-3);
    assertThat(ParameterSpread.within("biasField.x", 0.1, 2).highest(10e-3))
        .isCloseTo(12e-3, within(1e-15));
  }

  @Test
  void singleNumbersOfASpreadAreSetByPath() {
    MacrospinDevice device = load("spread.parameters.2.relativeSigma=0.05");
    assertThat(device.spread().parameters().get(2).parameter()).isEqualTo("freeLayer.diameter");
    assertThat(device.spread().parameters().get(2).sigma(50e-9)).isCloseTo(2.5e-9, within(1e-20));
    assertThat(load("spread.parameters=[]").spread()).isEqualTo(Spread.NONE);
    assertThat(load("spread={}").spread()).isEqualTo(Spread.NONE);
  }

  @Test
  void aSpreadIsWrittenAndReadAgain() {
    MacrospinDevice device =
        load(
            THREE,
            "spread.correlations=[{between: [freeLayer.thickness, barrier.thickness],"
                + " correlation: 0.5}]");
    String text = Document.writeYaml(device);
    assertThat(DeviceLoader.bind(Document.readYaml(text, "written"), "written").spec())
        .isEqualTo(device);
    assertThat(device.spread().matrix().at(0, 1)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parameter: freeLayer.thicknes, relativeSigma: 0.1 | perhaps freeLayer.thickness",
        "parameter: thickness of it all, relativeSigma: 0.1 | such as freeLayer.thickness",
        "parameter: operation.voltage, relativeSigma: 0.1 | must be a number of the device",
        "parameter: freeLayer.thickness, relativeSigma: -0.1 | relativeSigma must be between 0",
        "parameter: freeLayer.thickness, relativeSigma: NaN | relativeSigma",
        "parameter: freeLayer.thickness, sigma: -1 nm | sigma must be zero or positive",
        "parameter: freeLayer.thickness, sigma: 1 mT | is a magnetic field, not a length",
        "parameter: freeLayer.thickness | relativeSigma or sigma must be given, but neither",
        "parameter: biasField.x, sigma: 1 mT, relativeSigma: 0.1 | but both were",
        "parameter: biasField.x, law: normal, sigma: 1 mT, lowest: 0 T | must be truncated-normal",
        "parameter: biasField.x, law: truncated-normal, sigma: 1 mT | withinSigmas or lowest",
        "parameter: biasField.x, law: lognormall, sigma: 1 mT | lognormal",
        "parameter: biasField.y, law: lognormal, sigma: 1 mT | needs a positive mean",
        "parameter: spinTorque.efficiency, relativeSigma: 0.1 | precessional-macrospin has none",
      })
  void aLawThatCannotHoldIsRefusedInOneSentence(String entry, String words) {
    refused(words, "spread.parameters=[{" + entry + "}]");
  }

  @Test
  void limitsTheWrongWayRoundAreRefused() {
    refused(
        "highest must be above lowest, 15 mT, but was 10 mT",
        "spread.parameters=[{parameter: biasField.x, law: truncated-normal, sigma: 1 mT, lowest: 15"
            + " mT, highest: 10 mT}]");
    refused(
        "begins within 4 sigma of the mean",
        "spread.parameters=[{parameter: biasField.x, law: truncated-normal, sigma: 1 mT, lowest: 50"
            + " mT}]");
  }

  @Test
  void theSameNumberCannotVaryTwice() {
    refused(
        "biasField.x and biasField.x are the same number",
        "spread.parameters=[{parameter: biasField.x, sigma: 1 mT}, {parameter: biasField.x, sigma:"
            + " 2 mT}]");
    refused(
        "freeLayer.majorAxis and freeLayer.diameter are the same number",
        "spread.parameters=[{parameter: freeLayer.diameter, relativeSigma: 0.1}, {parameter:"
            + " freeLayer.majorAxis, relativeSigma: 0.1}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "between: [freeLayer.thickness, barrier.thickness], correlation: 1.5 | between -1 and 1",
        "between: [freeLayer.thickness, barrier.thickness], correlation: NaN | correlation",
        "between: [freeLayer.thickness], correlation: 0.5 | two different parameters",
        "between: [biasField.x, biasField.x], correlation: 0.5 | two different parameters",
        "between: [freeLayer.thickness, barrier.tmr], correlation: 0.5 | but barrier.tmr was named",
      })
  void aCorrelationThatMakesNoSenseIsRefused(String entry, String words) {
    refused(words, THREE, "spread.correlations=[{" + entry + "}]");
  }

  @Test
  void aPairGivenTwiceIsRefusedInEitherOrder() {
    refused(
        "barrier.thickness with freeLayer.thickness was there twice",
        THREE,
        "spread.correlations=[{between: [freeLayer.thickness, barrier.thickness], correlation:"
            + " 0.5}, {between: [barrier.thickness, freeLayer.thickness], correlation: 0.5}]");
  }

  /**
   * Three pairs of 0.9, 0.9 and -0.9 have the least eigenvalue 1 - 1.8 = -0.8. By symmetry the
   * nearest possible ones are 1/2, 1/2, -1/2.
   */
  @Test
  void correlationsThatContradictEachOtherAreRefusedWithTheNearestThatCouldHold() {
    refused(
        "least eigenvalue -0.8",
        THREE,
        "spread.correlations=[{between: [freeLayer.thickness, barrier.thickness], correlation:"
            + " 0.9}, {between: [barrier.thickness, biasField.x], correlation: 0.9}, {between:"
            + " [freeLayer.thickness, biasField.x], correlation: -0.9}]");
    refused(
        "0.5",
        THREE,
        "spread.correlations=[{between: [freeLayer.thickness, barrier.thickness], correlation:"
            + " 0.9}, {between: [barrier.thickness, biasField.x], correlation: 0.9}, {between:"
            + " [freeLayer.thickness, biasField.x], correlation: -0.9}]");
  }

  @Test
  void theFactorOfAMatrixMakesTheMatrix() {
    CorrelationMatrix matrix =
        load(
                THREE,
                "spread.correlations=[{between: [freeLayer.thickness, barrier.thickness],"
                    + " correlation: 0.6}, {between: [barrier.thickness, biasField.x], correlation:"
                    + " -0.7}]")
            .spread()
            .matrix();
    double[][] columns = new double[3][];
    for (int k = 0; k < 3; k++) {
      double[] unit = new double[3];
      unit[k] = 1;
      columns[k] = matrix.correlate(unit);
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double product = 0;
        for (int k = 0; k < 3; k++) {
          product += columns[k][i] * columns[k][j];
        }
        assertThat(product).isCloseTo(matrix.at(i, j), within(1e-15));
      }
    }
  }

  private static MacrospinDevice load(String... patches) {
    return (MacrospinDevice) DeviceLoader.load(PRESET, List.of(patches)).spec();
  }

  private static void refused(String words, String... patches) {
    assertThatThrownBy(() -> load(patches))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain("\n");
  }
}
