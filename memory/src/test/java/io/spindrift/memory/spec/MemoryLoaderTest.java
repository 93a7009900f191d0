package io.spindrift.memory.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.CellFaults;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryLoaderTest {
  static List<String> names() {
    return MemoryPresets.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNumberHasASourceANoteAndAKind(String name) {
    List<String> unsourced = new ArrayList<>();
    int numbers = collect(MemoryPresets.tree(name), "", unsourced);
    assertThat(unsourced).isEmpty();
    assertThat(numbers).isEqualTo(29);
    LoadedMemory memory = MemoryLoader.load(name, List.of());
    assertThat(memory.provenance()).hasSize(numbers);
    assertThat(memory.spec().name()).isEqualTo(name);
  }

  @Test
  void aNumberWithoutASourceIsNoticed() {
    List<String> unsourced = new ArrayList<>();
    collect(Map.of("a", Map.of("b", 1.0, "c", Map.of("value", 2, "note", "x"))), "", unsourced);
    assertThat(unsourced).containsExactlyInAnyOrder("a.b", "a.c");
  }

  @Test
  void whatHasNoPublishedSourceIsAssumed() {
    assertThat(MemoryLoader.load(MemoryPresets.DEFAULT, List.of()).provenance())
        .filteredOn(p -> p.source().startsWith("none published"))
        .isNotEmpty()
        .allMatch(p -> p.note().startsWith("assumed"));
  }

  @Test
  void linesAddUpWhatHangsOnThem() {
    MemorySpec spec = MemoryLoader.load(MemoryPresets.DEFAULT, List.of()).spec();
    assertThat(spec.bitLineFarads()).isCloseTo(512 * 0.1e-15 + 1e-15, within(1e-24));
    assertThat(spec.wordLineFarads()).isCloseTo(512 * (0.033e-15 + 0.2e-15), within(1e-24));
  }

  @Test
  void singleValuesArePatchedWithTheirUnits() {
    MemorySpec spec =
        MemoryLoader.load("vcmram-28nm", List.of("senseAmplifier.offset=12mV", "array.rows = 64"))
            .spec();
    assertThat(spec.senseAmplifier().offsetVolts()).isEqualTo(0.012);
    assertThat(spec.array().rows()).isEqualTo(64);
    assertThat(MemoryLoader.changed(spec, List.of("array.columns=64"), "x").array().columns())
        .isEqualTo(64);
  }

  @Test
  void aMemoryIsReadBackFromTheFileThatItWrites(@TempDir Path folder) throws IOException {
    MemorySpec spec = MemoryLoader.load("vcmram-28nm", List.of("faults.weakShare=0.25")).spec();
    Path file = folder.resolve("memory.yaml");
    Files.writeString(file, Document.writeYaml(spec));
    assertThat(MemoryLoader.load(file.toString(), List.of()).spec()).isEqualTo(spec);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          array.columns=100               | columns must be a multiple of 64
          array.kinds=3                   | kinds must be a power of two
          accessTransistor.off=1kOhm      | off must be more than on
          senseAmplifier.read=0V          | read must be other than zero
          senseAmplifier.offset=5mA       | senseAmplifier.offset
          faults.stuckParallel=2          | faults.stuckParallel
          faults.weakBarrierFactor=0      | faults.weakBarrierFactor
          retention.stability=nan         | retention.stability
          lines.sourceDirection=sideways  | lines.sourceDirection
          write.mostAttempts=0            | write.mostAttempts
          array.row=2                     | array.row
          array                           | must be path=value
          """)
  void whatCannotBeIsRefusedInOneSentence(String patch, String words) {
    assertThatThrownBy(() -> MemoryLoader.load("vcmram-28nm", List.of(patch)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(words);
  }

  @Test
  void anUnknownPresetOffersTheNearest() {
    assertThatThrownBy(() -> MemoryLoader.load("vcmram-22nm", List.of()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("did you mean vcmram-28nm");
    assertThatThrownBy(() -> MemoryLoader.load("no/such.yaml", List.of()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void sharesOfZeroLeaveNoStuckCells() {
    MemorySpec spec = MemoryLoader.load("vcmram-28nm", List.of()).spec();
    assertThat(spec.faults().cellFaults(StreamKey.root(1))).isEqualTo(CellFaults.NONE);
    assertThat(
            MemoryLoader.load("vcmram-28nm", List.of("faults.stuckAntiparallel=0.5"))
                .spec()
                .faults()
                .cellFaults(StreamKey.root(1)))
        .isEqualTo(new CellFaults(0, 0.5, StreamKey.root(1)));
  }

  private static int collect(Object node, String path, List<String> unsourced) {
    if (!(node instanceof Map<?, ?> map)) {
      unsourced.add(path);
      return 1;
    }
    if (map.containsKey("value")) {
      if (!said(map, "source") || !said(map, "note") || !said(map, "kind")) {
        unsourced.add(path);
      }
      return 1;
    }
    int numbers = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String at = path.isEmpty() ? entry.getKey().toString() : path + "." + entry.getKey();
      numbers += at.equals("name") ? 0 : collect(entry.getValue(), at, unsourced);
    }
    return numbers;
  }

  private static boolean said(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text && !text.isBlank();
  }
}
