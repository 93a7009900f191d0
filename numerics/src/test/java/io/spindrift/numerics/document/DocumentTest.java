package io.spindrift.numerics.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final String SAMPLE =
      "name: a\nseed: 12\nratio: 0.5\nyes: true\nlist: [1, 2.5, x]\ndeep:\n  er: {value: 1 nm}\n";

  @Test
  void scalarsListsAndGroupsAreRead() {
    assertThat(Document.readYaml(SAMPLE, "s"))
        .containsExactly(
            Map.entry("name", "a"),
            Map.entry("seed", 12),
            Map.entry("ratio", 0.5),
            Map.entry("yes", true),
            Map.entry("list", List.of(1, 2.5, "x")),
            Map.entry("deep", Map.of("er", Map.of("value", "1 nm"))));
  }

  @Test
  void emptyTextIsAnEmptyDocument() {
    assertThat(Document.readYaml("", "s")).isEmpty();
    assertThat(Document.readYaml("# only a remark\n", "s")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- 1\n- 2",
        "just text",
        "3",
        "a: 1\na: 2",
        "a: {b: 1, b: 2}",
        "a: 1\n---\nb: 2",
        "a: &x [1]\nb: *x",
        "a: &x {y: 1}\nb:\n  <<: *x",
        "a: [1, 2",
        "a: 'open",
        "a:\n\t- b",
        "a: b: c",
        "{a: 1}}",
        "? [1, 2]\n: 3",
        "a: \u0000",
        "%YAML 9.9\n---\na: 1",
        "@a: 1",
      })
  void whatIsNoDocumentOfSettingsIsRefusedByName(String yaml) {
    assertThatThrownBy(() -> Document.readYaml(yaml, "my.yaml"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith("my.yaml ")
        .hasMessageContaining("such as \"seed: 1\"")
        .message()
        .doesNotContain("\n")
        .hasSizeLessThan(400);
  }

  @Test
  void depthSizeAndAliasBombsAreRefused() {
    String bomb =
        "a: &a [1,1,1,1,1,1,1,1,1]\n"
            + IntStream.range(1, 20)
                .mapToObj(i -> "b%d: &b%d [*a,*a,*a,*a,*a,*a,*a,*a]\n".formatted(i, i))
                .collect(Collectors.joining());
    for (String hostile :
        List.of(
            bomb,
            "a: " + "[".repeat(100_000),
            "a: " + "{b: ".repeat(100_000),
            "a: " + "x".repeat(2_000_000),
            IntStream.range(0, 100)
                .mapToObj(i -> " ".repeat(i) + "k:\n")
                .collect(Collectors.joining()),
            "a: 1" + "0".repeat(100_000))) {
      assertThatThrownBy(() -> Document.readYaml(hostile, "bomb.yaml"))
          .isInstanceOf(UnusableInput.class)
          .hasMessageStartingWith("bomb.yaml ");
    }
  }

  @Test
  void tagsAreNotObeyed() {
    assertThat(Document.readYaml("a: !!javax.script.ScriptEngineManager x", "s"))
        .containsEntry("a", "x");
  }

  @Test
  void truncatedAndScrambledDocumentsAreReadOrRefused() {
    RandomGenerator random = StreamKey.root(11).open();
    byte[] bytes = SAMPLE.repeat(2).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3_000; i++) {
      byte[] scrambled = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      for (int hits = random.nextInt(4); hits > 0 && scrambled.length > 0; hits--) {
        scrambled[random.nextInt(scrambled.length)] = (byte) random.nextInt(256);
      }
      String text = new String(scrambled, StandardCharsets.ISO_8859_1);
      try {
        Map<String, Object> tree = Document.readYaml(text, "f");
        assertThat(Document.readYaml(Document.writeYaml(tree), "g")).isEqualTo(tree);
      } catch (UnusableInput refused) {
        assertThat(refused.getMessage()).startsWith("f ").doesNotContain("\n");
      }
    }
  }

  @Test
  void filesThatCannotBeReadAreRefusedByName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("c.yaml");
    assertThatThrownBy(() -> Document.readYaml(file)).hasMessageContaining("does not exist");
    assertThatThrownBy(() -> Document.readYaml(folder)).hasMessageContaining("is a folder");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0x28});
    assertThatThrownBy(() -> Document.readYaml(file)).hasMessageContaining("is not UTF-8");
    Files.write(file, new byte[2_000_000]);
    assertThatThrownBy(() -> Document.readYaml(file)).hasMessageContaining("larger than 1 MiB");
    Files.writeString(file, SAMPLE);
    assertThat(Document.readYaml(file)).containsEntry("seed", 12);
  }

  @Test
  void aPatchReplacesOneValueAndLeavesTheTree() {
    Map<String, Object> tree = Document.readYaml("a: {b: 1, c: 2}\nl: [{x: 1}, {x: 2}]", "s");
    assertThat(Document.patch(tree, "a.b", "1.2nm"))
        .containsEntry("a", Map.of("b", "1.2nm", "c", 2));
    assertThat(Document.patch(tree, "new.deep.er", "[1, 2]"))
        .containsEntry("new", Map.of("deep", Map.of("er", List.of(1, 2))));
    assertThat(Document.patch(tree, "l.1.x", "9"))
        .containsEntry("l", List.of(Map.of("x", 1), Map.of("x", 9)));
    assertThat(Document.patch(tree, "s", "a: b: c")).containsEntry("s", "a: b: c");
    assertThat(tree).isEqualTo(Document.readYaml("a: {b: 1, c: 2}\nl: [{x: 1}, {x: 2}]", "s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", "a..b", "a.b.c", "l.5", "l.-1", "l.x"})
  void aPatchThatLeadsNowhereIsRefused(String path) {
    Map<String, Object> tree = Document.readYaml("a: {b: 1}\nl: [1]", "s");
    assertThatThrownBy(() -> Document.patch(tree, path, "1")).isInstanceOf(UnusableInput.class);
  }

  @Test
  void nearNamesAreOfferedBestFirst() {
    List<String> known = List.of("thickness", "diameter", "damping", "temperature");
    assertThat(NearestNames.nearest("thicknes", known)).containsExactly("thickness");
    assertThat(NearestNames.nearest("dapming", known)).first().isEqualTo("damping");
    assertThat(NearestNames.nearest("temp", known)).containsExactly("temperature");
    assertThat(NearestNames.nearest("x".repeat(1_000_000), known)).isEmpty();
  }
}
