package io.spindrift.numerics.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RecordEditorTest {
  private static final Sheet SHEET =
      new Sheet("a", new Layer(2e-9, Optional.of(7.0)), Optional.empty(), List.of(1.0));

  @Test
  void everyNumberOfNestedRecordsHasAPathWithoutItsUnit() {
    assertThat(NumberPath.of(Sheet.class).stream().map(NumberPath::path))
        .containsExactly("layer.thickness", "layer.height", "cover.thickness", "cover.height");
    assertThat(path("layer.thickness").dimension()).isEqualTo(Dimension.LENGTH);
  }

  @Test
  void aNumberIsReadThroughOptionalPartsWhereTheyAreThere() {
    assertThat(path("layer.thickness").in(SHEET)).isEqualTo(OptionalDouble.of(2e-9));
    assertThat(path("layer.height").in(SHEET)).isEqualTo(OptionalDouble.of(7));
    assertThat(path("cover.thickness").in(SHEET)).isEmpty();
  }

  @Test
  void chosenNumbersAreReplacedAndAllElseIsKept() {
    RecordEditor<Sheet> editor =
        RecordEditor.of(Sheet.class, List.of(path("layer.height"), path("layer.thickness")));
    assertThat(editor.with(SHEET, 8, 3e-9))
        .isEqualTo(
            new Sheet("a", new Layer(3e-9, Optional.of(8.0)), Optional.empty(), List.of(1.0)));
    assertThat(RecordEditor.of(Sheet.class, List.of()).with(SHEET)).isEqualTo(SHEET);
  }

  @Test
  void whatAConstructorRefusesIsRefused() {
    RecordEditor<Sheet> editor = RecordEditor.of(Sheet.class, List.of(path("layer.thickness")));
    assertThatThrownBy(() -> editor.with(SHEET, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thickness must be positive and finite, but was -1 m");
  }

  private static NumberPath path(String name) {
    return NumberPath.of(Sheet.class).stream()
        .filter(p -> p.path().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private record Layer(
      @Declared(says = "Thickness", unit = Dimension.LENGTH) double thicknessMeters,
      Optional<Double> height) {
    private Layer {
      Require.positive("thickness", thicknessMeters, "m");
    }
  }

  private record Sheet(String name, Layer layer, Optional<Layer> cover, List<Double> marks) {}
}
