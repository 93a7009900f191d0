package io.spindrift.numerics.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
  enum Colour {
    DEEP_RED,
    BLUE
  }

  sealed interface Shape {}

  record Disc(@Declared(says = "Diameter.", unit = Dimension.LENGTH) double diameterMeters)
      implements Shape {}

  record Square() implements Shape {}

  record Setup(
      @Declared(says = "Width.", unit = Dimension.TIME, min = 0, minExclusive = true)
          double widthSeconds,
      @Declared(says = "Count.", defaultValue = "3", min = 1, max = 9) int count,
      @Declared(says = "Colour.", defaultValue = "blue") Colour colour,
      @Declared(says = "Shape.") Shape shape,
      @Declared(says = "Names.") Optional<List<String>> names) {}

  @Test
  void everyDeclarationAppearsInTheSchema() {
    Map<String, Object> schema = JsonSchema.of(Setup.class);
    assertThat(schema)
        .containsEntry("type", "object")
        .containsEntry("additionalProperties", false)
        .containsEntry("required", List.of("width", "shape"));
    assertThat(schema.get("properties"))
        .isEqualTo(
            Map.of(
                "width",
                Map.of(
                    "description",
                    "Width.",
                    "type",
                    List.of("number", "string"),
                    "x-unit",
                    "s",
                    "examples",
                    List.of("1.4 ns"),
                    "exclusiveMinimum",
                    0.0),
                "count",
                Map.of(
                    "description",
                    "Count.",
                    "type",
                    List.of("integer", "string"),
                    "minimum",
                    1.0,
                    "maximum",
                    9.0,
                    "default",
                    3),
                "colour",
                Map.of(
                    "description", "Colour.",
                    "enum", List.of("deep-red", "blue"),
                    "default", "blue"),
                "names",
                Map.of("description", "Names.", "type", "array", "items", Map.of("type", "string")),
                "shape",
                Map.of("description", "Shape.", "oneOf", List.of(disc(), square()))));
  }

  private static Map<String, Object> disc() {
    return Map.of(
        "type",
        "object",
        "additionalProperties",
        false,
        "required",
        List.of("kind", "diameter"),
        "properties",
        Map.of(
            "kind",
            Map.of("const", "disc"),
            "diameter",
            Map.of(
                "description",
                "Diameter.",
                "type",
                List.of("number", "string"),
                "x-unit",
                "m",
                "examples",
                List.of("1.2 nm"))));
  }

  private static Map<String, Object> square() {
    return Map.of(
        "type",
        "object",
        "additionalProperties",
        false,
        "required",
        List.of("kind"),
        "properties",
        Map.of("kind", Map.of("const", "square")));
  }
}
