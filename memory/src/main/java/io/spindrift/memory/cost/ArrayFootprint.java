package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The area that the cells of an array and their periphery take.
 *
 * @param rows cells that share one column's sense amplifier
 * @param columns cells that are pulsed and read at the same time
 * @param cellSquareMeters area of one cell
 * @param efficiency share of the array's area that is cells
 * @param source where cell area and efficiency come from; never blank
 */
public record ArrayFootprint(
    int rows, int columns, double cellSquareMeters, double efficiency, String source) {
  private record Area(String item, double value, String source) {}

  /** Checks the ranges and the source. */
  public ArrayFootprint {
    Require.atLeast("rows", rows, 1);
    Require.atLeast("columns", columns, 1);
    Require.positive("cell area", cellSquareMeters, "m2");
    Require.inRange("array efficiency", efficiency, 0.01, 1, "");
    if (source.isBlank()) {
      throw new IllegalArgumentException("source of the areas must not be blank");
    }
  }

  /** An array of this shape with the embedded cell area and efficiency. */
  public static ArrayFootprint standard(int rows, int columns) {
    Map<String, Area> areas =
        CsvTable.resource("areas.csv", List.of("item", "value", "unit", "kind", "source"))
            .map(row ->
                new Area(
                    row.text("item"),
                    row.known("value"),
                    PriceKind.parse(row.text("kind")).words() + ": " + row.text("source")))
            .stream()
            .collect(Collectors.toMap(Area::item, area -> area));
    Area cell = find(areas, "cell");
    Area efficiency = find(areas, "array-efficiency");
    return new ArrayFootprint(
        rows,
        columns,
        cell.value(),
        efficiency.value(),
        cell.source() + "; " + efficiency.source());
  }

  private static Area find(Map<String, Area> areas, String item) {
    Area area = areas.get(item);
    if (area == null) {
      throw new IllegalStateException("areas.csv has no " + item);
    }
    return area;
  }

  /** Area of one column with its share of periphery, in square metres. */
  public double columnSquareMeters() {
    return rows * cellSquareMeters / efficiency;
  }
}
