package io.spindrift.device.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.MagneticState;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.export.SwitchingTable.Row;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SwitchingTableTest {
  private static final List<Double> PULSES = List.of(0.8e-9, 1.1e-9, 0.1 + 0.2);

  private static SwitchingTable compactFit() {
    CompactFitDevice fit =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    CompactFitSwitching model = new CompactFitSwitching(fit, StreamKey.root(1));
    return SwitchingTable.of(
        "fit",
        List.of(
            SwitchingCurve.of(model, 1.44, 300, PULSES),
            SwitchingCurve.of(model, 1.6, 300, PULSES)));
  }

  private static SwitchingTable counted() {
    return new SwitchingTable(
        "counted",
        List.of(
            new Row(-0.84, 1e-9, MagneticState.ANTIPARALLEL, 300, 0.25, 0.21650635, 4, 1),
            new Row(1.0 / 3, 1e-9, MagneticState.PARALLEL, 77.25, 1, 0.2, 4, 4)));
  }

  private static List<String[]> cells(SwitchingTable table) {
    return SwitchingCsv.text(table).lines().map(line -> line.split(",")).toList();
  }

  @Test
  void theTableHoldsWhatTheModelSays() {
    SwitchingTable table = compactFit();
    CompactFitDevice fit =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    CompactFitSwitching model = new CompactFitSwitching(fit, StreamKey.root(1));
    assertThat(table.rows()).hasSize(2 * 2 * PULSES.size());
    for (Row row : table.rows()) {
      assertThat(row.probability())
          .isEqualTo(
              model.probability(
                  row.from(), row.voltageVolts(), row.pulseSeconds(), row.temperatureKelvin(), -1));
    }
  }

  @Test
  void everyNumberComesBackFromTheTextBitForBit() {
    SwitchingTable table = compactFit();
    List<String[]> cells = cells(table);
    assertThat(cells.getFirst()).containsExactlyElementsOf(SwitchingCsv.COLUMNS);
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      String[] line = cells.get(i + 1);
      assertThat(Double.parseDouble(line[0])).isEqualTo(row.voltageVolts());
      assertThat(Double.parseDouble(line[1])).isEqualTo(row.pulseSeconds());
      assertThat(line[2]).isEqualTo(row.from() == MagneticState.PARALLEL ? "p" : "ap");
      assertThat(Double.parseDouble(line[3])).isEqualTo(row.temperatureKelvin());
      assertThat(Double.parseDouble(line[4])).isEqualTo(row.probability());
      assertThat(Double.parseDouble(line[5])).isEqualTo(row.standardError());
    }
  }

  @Test
  void countsAreToldWhereThereAreCounts() {
    List<String[]> cells = cells(counted());
    assertThat(cells.getFirst()).endsWith("trials", "switched");
    assertThat(cells.get(1))
        .containsExactly("-0.84", "1.0E-9", "ap", "300.0", "0.25", "0.21650635", "4", "1");
    assertThat(cells.get(2)[0]).isEqualTo("0.3333333333333333");
  }

  @Test
  void theTextIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String english = SwitchingCsv.text(counted());
    try {
      for (String tag : List.of("de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(SwitchingCsv.text(counted())).isEqualTo(english);
        assertThat(JunctionCircuit.identifier("TIN I-5")).isEqualTo("tin_i_5");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aGridRefusesRepeatsAndAbsurdSizes() {
    assertThatThrownBy(() -> new SwitchingGrid(List.of(1.0, 1.0), List.of(1e-9), List.of(300.0)))
        .hasMessageContaining("1.0 V came twice");
    assertThatThrownBy(() -> new SwitchingGrid(List.of(1.0), List.of(-1e-9), List.of(300.0)))
        .hasMessageContaining("pulse must be positive");
    assertThatThrownBy(() -> new SwitchingGrid(List.of(), List.of(1e-9), List.of(300.0)))
        .hasMessageContaining("voltage values must be given");
  }
}
