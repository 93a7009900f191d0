package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DevicePresetsTest {
  private static final String WORDS =
      "kind|name|spread\\.parameters\\.\\d+\\.(parameter|law)|spread\\.correlations\\.\\d+\\.between";

  static List<String> names() {
    return DevicePresets.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNumberHasASourceAndANote(String name) {
    List<String> unsourced = new ArrayList<>();
    int numbers = collect(DevicePresets.tree(name), "", unsourced);
    assertThat(unsourced).isEmpty();
    assertThat(numbers).isGreaterThan(15);
    LoadedDevice device = DeviceLoader.load(name, List.of());
    assertThat(device.provenance()).hasSizeGreaterThanOrEqualTo(numbers);
    assertThat(device.spec().name()).isEqualTo(name);
  }

  @Test
  void aNumberWithoutASourceIsNoticed() {
    Map<String, Object> bare = Map.of("a", Map.of("b", 1.0, "c", Map.of("value", 2, "note", "x")));
    List<String> unsourced = new ArrayList<>();
    collect(bare, "", unsourced);
    assertThat(unsourced).containsExactlyInAnyOrder("a.b", "a.c");
  }

  @Test
  void whatIsAssumedSaysSo() {
    LoadedDevice device = DeviceLoader.load("precessional-macrospin", List.of());
    assertThat(device.provenance())
        .filteredOn(p -> p.path().startsWith("spread") || p.path().endsWith("tmr"))
        .allMatch(p -> p.note().startsWith("assumed"));
  }

  @Test
  void macrospinPresetIsTheCheckDevice() {
    MacrospinDevice preset =
        (MacrospinDevice) DeviceLoader.load("precessional-macrospin", List.of()).spec();
    MacrospinDevice expected = CheckDevice.precessional();
    assertThat(preset.freeLayer())
        .usingRecursiveComparison()
        .withComparatorForType(DevicePresetsTest::nearly, Double.class)
        .isEqualTo(expected.freeLayer());
    assertThat(preset.biasField().xTesla()).isCloseTo(expected.biasField().xTesla(), within(1e-9));
    assertThat(preset.barrier().vcmaCoefficientJoulesPerVoltMeter())
        .isCloseTo(75e-15, within(1e-24));
    assertThat(preset.operation()).isEqualTo(expected.operation());
    assertThat(preset.spread()).isEqualTo(expected.spread());
  }

  @Test
  void unknownPresetOffersTheNearest() {
    assertThatThrownBy(() -> DeviceLoader.load("precesional-macrospin", List.of()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("precesional-macrospin is neither a preset nor a file")
        .hasMessageContaining("did you mean precessional-macrospin");
  }

  private static int nearly(double a, double b) {
    return Math.abs(a - b) <= 1e-12 * Math.abs(a) ? 0 : Double.compare(a, b);
  }

  private static int collect(Object node, String path, List<String> unsourced) {
    if (node instanceof List<?> items) {
      int numbers = 0;
      for (int i = 0; i < items.size(); i++) {
        numbers += collect(items.get(i), path + "." + i, unsourced);
      }
      return numbers;
    }
    if (!(node instanceof Map<?, ?> map)) {
      unsourced.add(path);
      return 1;
    }
    if (map.containsKey("value")) {
      boolean told = said(map, "source") && said(map, "note");
      if (!told) {
        unsourced.add(path);
      }
      return 1;
    }
    int numbers = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = entry.getKey().toString();
      String at = path.isEmpty() ? key : path + "." + key;
      if (!at.matches(WORDS)) {
        numbers += collect(entry.getValue(), at, unsourced);
      }
    }
    return numbers;
  }

  private static boolean said(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text && !text.isBlank();
  }
}
