package io.spindrift.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

/** What a table of resistance in a field may hold, and what each refusal says. */
final class FieldResistanceTableTest {
  private static final String HEAD = "field_tesla,axis,voltage_volts,state,resistance_ohms\n";
  private static final String GOOD =
      HEAD
          + "-0.01,x,0.05,p,100e3\n0,Y,0.05,ap,160e3\n0.02,z,-0.05,1,161e3\n0.02,z,-0.05,1,160e3\n";

  @Test
  void readingsStandInAnyOrderAndMayBeRepeated() {
    ResistanceReadings readings = ResistanceReadings.parse(GOOD, "loop.csv");
    assertThat(readings).isInstanceOf(FieldResistanceTable.class);
    assertThat(((FieldResistanceTable) readings).rows())
        .containsExactly(
            new FieldResistanceTable.Row(-0.01, FieldAxis.X, 0.05, false, 100e3),
            new FieldResistanceTable.Row(0, FieldAxis.Y, 0.05, true, 160e3),
            new FieldResistanceTable.Row(0.02, FieldAxis.Z, -0.05, true, 161e3),
            new FieldResistanceTable.Row(0.02, FieldAxis.Z, -0.05, true, 160e3));
    assertThat(readings.biases()).isEqualTo(1);
    assertThat(readings.ohms()).containsExactly(100e3, 160e3, 161e3, 160e3);
  }

  @Test
  void theHeaderTellsATableInAFieldFromOneAgainstBias() {
    String bias = "voltage_volts,state,resistance_ohms\n0,p,100e3\n0,ap,160e3\n";
    assertThat(ResistanceReadings.parse(bias, "r.csv")).isInstanceOf(ResistanceTable.class);
  }

  @Test
  void aTableInAFieldIsNotTakenForOneAgainstBias() {
    assertThatThrownBy(() -> ResistanceTable.parse(GOOD, "loop.csv"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("loop.csv holds readings in a field (column field_tesla)");
  }

  @Test
  void eachRefusalNamesLineAndColumnAndWhatIsAccepted() {
    refused("", "is empty");
    refused("field_tesla,axis\n0,x\n", "column resistance_ohms is missing");
    refused("field_tesla,resistance_ohms\n0,1\n", "columns axis, voltage_volts, state are missing");
    refused(HEAD, "has a header but no rows");
    refused(HEAD + "NaN,x,0,p,1\n", "line 2, column field_tesla", "12 mT is 0.012");
    refused(HEAD + "101,x,0,p,1\n", "between -100 and 100 T");
    refused(HEAD + "0.1,xy,0,p,1\n", "line 2, column axis: must be x, y or z, but was \"xy\"");
    refused(HEAD + "0.1,x,200,p,1\n", "column voltage_volts");
    refused(HEAD + "0.1,x,0,up,1\n", "column state: must be p, parallel or 0");
    refused(HEAD + "0.1,x,0,p,0\n", "column resistance_ohms");
    refused(HEAD + "0.1,x,0,p,-5\n", "column resistance_ohms");
  }

  /** 3,000 tables of one to three broken characters, seed 61: each is read or refused in words. */
  @Test
  void brokenTextIsReadOrRefusedAndNeverFails() {
    RandomStream random = StreamKey.root(61).purpose("broken tables").open();
    String letters = "0123456789.-+eE,xyzap\n\r\"#; \tNI\u00b5";
    for (int k = 0; k < 3000; k++) {
      StringBuilder text = new StringBuilder(GOOD);
      int changes = 1 + (int) (3 * random.nextDouble());
      for (int c = 0; c < changes; c++) {
        int at = (int) (text.length() * random.nextDouble());
        char letter = letters.charAt((int) (letters.length() * random.nextDouble()));
        if (random.nextDouble() < 0.3) {
          text.deleteCharAt(at);
        } else {
          text.setCharAt(at, letter);
        }
      }
      try {
        assertThat(ResistanceReadings.parse(text.toString(), "t").ohms())
            .allMatch(ohms -> ohms > 0 && Double.isFinite(ohms));
      } catch (UnusableInput refusal) {
        assertThat(refusal.getMessage()).startsWith("t");
      }
    }
  }

  private static void refused(String text, String... words) {
    assertThatThrownBy(() -> ResistanceReadings.parse(text, "table"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContainingAll(words);
  }
}
