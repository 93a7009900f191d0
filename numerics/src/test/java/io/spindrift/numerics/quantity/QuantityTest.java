package io.spindrift.numerics.quantity;

import static io.spindrift.numerics.quantity.Dimension.ANGLE;
import static io.spindrift.numerics.quantity.Dimension.AREA;
import static io.spindrift.numerics.quantity.Dimension.AREAL_ENERGY;
import static io.spindrift.numerics.quantity.Dimension.CAPACITANCE;
import static io.spindrift.numerics.quantity.Dimension.FIELD_STRENGTH;
import static io.spindrift.numerics.quantity.Dimension.LENGTH;
import static io.spindrift.numerics.quantity.Dimension.MAGNETIC_FIELD;
import static io.spindrift.numerics.quantity.Dimension.NONE;
import static io.spindrift.numerics.quantity.Dimension.TIME;
import static io.spindrift.numerics.quantity.Dimension.VOLTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0.84 V, VOLTAGE, 0.84",
    "0.84V, VOLTAGE, 0.84",
    "-840 mV, VOLTAGE, -0.84",
    "+1.e0V, VOLTAGE, 1",
    "1.4ns, TIME, 1.4e-9",
    "10 min, TIME, 600",
    "10 years, TIME, 315576000",
    "300K, TEMPERATURE, 300",
    "10kA/m, FIELD_STRENGTH, 10000",
    "50 mT, MAGNETIC_FIELD, 0.05",
    "100 Oe, MAGNETIC_FIELD, 0.01",
    "1.2 MA/m, MAGNETISATION, 1.2e6",
    "1000 emu/cm3, MAGNETISATION, 1e6",
    "1.2 mJ/m2, AREAL_ENERGY, 1.2e-3",
    "1.2 mJ/m^2, AREAL_ENERGY, 1.2e-3",
    "1.2 mJ/m\u00b2, AREAL_ENERGY, 1.2e-3",
    "1.2 mJ m^-2, AREAL_ENERGY, 1.2e-3",
    "35fJ/Vm, VCMA, 35e-15",
    "35 fJ/(V m), VCMA, 35e-15",
    "35 fJ/V/m, VCMA, 35e-15",
    "35 fJ/(V\u00b7m), VCMA, 35e-15",
    "20 kOhm, RESISTANCE, 20000",
    "20 k\u03a9, RESISTANCE, 20000",
    "20 kohm, RESISTANCE, 20000",
    "650 Ohm um2, RESISTANCE_AREA, 650e-12",
    "650 Ohm \u00b5m2, RESISTANCE_AREA, 650e-12",
    "5 fF, CAPACITANCE, 5e-15",
    "40 fJ, ENERGY, 40e-15",
    "1 eV, ENERGY, 1.602176634e-19",
    "0.004 um2, AREA, 4e-15",
    "2.5 GHz, FREQUENCY, 2.5e9",
    "5 %, NONE, 0.05",
    "0.25, NONE, 0.25",
    "1e-9, TIME, 1e-9",
  })
  void aNumberWithItsUnitIsConvertedToSi(String text, Dimension dimension, double si) {
    assertThat(Quantity.parse(text, dimension)).isEqualTo(si);
  }

  @Test
  void decimalPrefixesConvertWithoutRounding() {
    for (int tenths = 1; tenths < 1000; tenths++) {
      String digits = tenths / 10 + "." + tenths % 10;
      assertThat(Quantity.parse(digits + "ns", TIME)).isEqualTo(Double.parseDouble(digits + "e-9"));
    }
  }

  @Test
  void degreesAndOerstedFollowTheirDefinitions() {
    assertThat(Quantity.parse("180 deg", ANGLE)).isCloseTo(Math.PI, within(1e-15));
    assertThat(Quantity.parse("90\u00b0", ANGLE)).isCloseTo(Math.PI / 2, within(1e-15));
    // 1 Oe = 1000/(4 pi) A/m, to the accuracy of mu_0 = 4 pi 1e-7 (1.6e-10 relative).
    assertThat(Quantity.parse("1 Oe", FIELD_STRENGTH)).isCloseTo(250 / Math.PI, within(1e-7));
    assertThat(Quantity.parse("1 kA/m", MAGNETIC_FIELD)).isCloseTo(4e-4 * Math.PI, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "NaN V",
        "Infinity",
        "-Infinity V",
        "inf",
        "V",
        "0.84 Q",
        "0.84 VV",
        "1,5 V",
        "1e400 V",
        "1e-400 V",
        "1e99999 V",
        "0x10 V",
        "--1 V",
        "1 V 2",
        "1 V/",
        "1 /V",
        "1 V/(m",
        "1 (V)",
        "1 V/(m/s)",
        "1 V^",
        "1 V^0",
        "1 V)",
        "1 V//m",
        "\u0661 V",
        "1 \u0000V",
        "1 V\n\n;"
      })
  void whatIsNoVoltageIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Quantity.parse(text, VOLTAGE))
        .isInstanceOf(UnusableInput.class)
        .hasMessageEndingWith("; give a voltage with its unit, such as 0.84 V")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aWrongDimensionIsNamed() {
    assertThatThrownBy(() -> Quantity.parse("3 nm", VOLTAGE))
        .hasMessage(
            "\"3 nm\" is a length, not a voltage; give a voltage with its unit, such as 0.84 V");
    assertThatThrownBy(() -> Quantity.parse("3 nm", NONE))
        .hasMessage("\"3 nm\" is a length, not a plain number; give a plain number, such as 0.25");
  }

  @Test
  void absurdlyLongTextIsRefusedInABearableSentence() {
    String text = "1".repeat(1_000_000) + " V";
    assertThatThrownBy(() -> Quantity.parse(text, VOLTAGE))
        .isInstanceOf(UnusableInput.class)
        .message()
        .hasSizeLessThan(160);
    assertThatThrownBy(() -> Quantity.parseList("1V,".repeat(1_000_000), VOLTAGE))
        .isInstanceOf(UnusableInput.class)
        .message()
        .hasSizeLessThan(240);
  }

  @Test
  void aRangeHoldsBothEndsAndDecimalPoints() {
    assertThat(Quantity.parseList("0.2ns:0.6ns:0.1ns", TIME))
        .containsExactly(0.2e-9, 0.3e-9, 0.4e-9, 0.5e-9, 0.6e-9);
    assertThat(Quantity.parseList("0.2ns:5ns:0.1ns", TIME)).hasSize(49).endsWith(5e-9);
    assertThat(Quantity.parseList("1V:0V:-0.5V", VOLTAGE)).containsExactly(1, 0.5, 0);
    assertThat(Quantity.parseList("1ns, 2ns, 4ns:6ns:1ns", TIME))
        .containsExactly(1e-9, 2e-9, 4e-9, 5e-9, 6e-9);
    assertThat(Quantity.parseList("0:1:0.4", NONE)).containsExactly(0, 0.4, 0.8);
    assertThat(Quantity.parseList("3 V", VOLTAGE)).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "1ns,",
        "1ns:2ns",
        "1ns:2ns:0ns",
        "1ns:2ns:-1ns",
        "0:1:1e-9",
        "1:2:3:4",
        "0:1e300:1e-300",
        ":",
        "::",
        "nan:1:1"
      })
  void aListThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Quantity.parseList(text, TIME))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("1.4 ns");
  }

  @Test
  void aListRefusalShowsARange() {
    assertThatThrownBy(() -> Quantity.parseList("1ns:2ns", TIME))
        .hasMessage(
            "\"1ns:2ns\" is not a range of first:last:step; give values such as 1.4 ns, 14 ns "
                + "or a range such as 1.4 ns:14 ns:700 ps");
  }

  @ParameterizedTest
  @CsvSource({
    "60000, 60000",
    "64 k, 64000",
    "1 M, 1000000",
    "1.5M, 1500000",
    "-3, -3",
    "2G, 2000000000"
  })
  void countsTakeDecimalPrefixes(String text, long count) {
    assertThat(Quantity.parseCount(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k", "1.5", "1 m", "1e3", "99999999999999999999", "99999999999 G", "NaN"})
  void whatIsNoCountIsRefused(String text) {
    assertThatThrownBy(() -> Quantity.parseCount(text))
        .isInstanceOf(UnusableInput.class)
        .hasMessageEndingWith("give one such as 60000, 64 k or 1 M");
  }

  @Test
  void printingChoosesAnEngineeringPrefix() {
    assertThat(Quantity.print(1.2e-9, LENGTH)).isEqualTo("1.2 nm");
    assertThat(Quantity.print(0.84, VOLTAGE)).isEqualTo("840 mV");
    assertThat(Quantity.print(-1e-9, LENGTH)).isEqualTo("-1 nm");
    assertThat(Quantity.print(1234567, FIELD_STRENGTH)).isEqualTo("1.23457 MA/m");
    assertThat(Quantity.print(0, TIME)).isEqualTo("0 s");
    assertThat(Quantity.print(3.15576e8, TIME)).isEqualTo("315576000 s");
    assertThat(Quantity.print(35e-15, Dimension.VCMA)).isEqualTo("35 fJ/(V m)");
    assertThat(Quantity.print(650e-12, Dimension.RESISTANCE_AREA)).isEqualTo("650 Ohm um2");
    assertThat(Quantity.print(1e-3, AREAL_ENERGY)).isEqualTo("1 mJ/m2");
    assertThat(Quantity.print(4e-15, AREA)).isEqualTo("4000 nm2");
    assertThat(Quantity.print(300, Dimension.TEMPERATURE)).isEqualTo("300 K");
    assertThat(Quantity.print(5e-19, CAPACITANCE)).isEqualTo("0.0005 fF");
    assertThat(Quantity.print(Double.NaN, VOLTAGE)).isEqualTo("NaN V");
    assertThat(Quantity.print(0.1 + 0.2, NONE)).isEqualTo("0.3");
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void whatIsPrintedExactlyIsReadBackToTheLastBit(Dimension dimension) {
    RandomGenerator random = StreamKey.root(20250101).open();
    for (int i = 0; i < 2_000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
      String text = Quantity.printExactly(value, dimension);
      assertThat(Quantity.parse(text, dimension)).as(text).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void theExampleOfEveryDimensionIsAccepted(Dimension dimension) {
    assertThat(Quantity.parse(dimension.example(), dimension)).isPositive();
  }

  @Test
  void hostileTextNeverBreaksTheParser() {
    // 20,000 seeded texts: random characters of an alphabet of number and unit pieces.
    String alphabet =
        "0123456789.eE+-: ,/()^*%VmsTAJKfpnuMGkOhmrad\u00b5\u03a9\u00b2\u0000\ud83d\n";
    RandomGenerator random = StreamKey.root(7).open();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(24);
      for (int j = 0; j < length; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
      try {
        assertThat(Quantity.parse(text.toString(), dimension)).isFinite();
        assertThat(Quantity.parseList(text.toString(), dimension)).isNotEmpty();
      } catch (UnusableInput refused) {
        assertThat(refused.getMessage()).contains("such as").doesNotContain("\n", "\u0000");
      }
    }
  }
}
