package io.spindrift.memory.cost;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Areas of the components of an array, with a source for every number. */
public final class AreaTable {
  private static final CsvTable.Form FORM =
      new CsvTable.Form(
          "areas",
          2,
          List.of(
              "item",
              "unit",
              "value",
              "low",
              "high",
              "node_nanometers",
              "scaling",
              "kind",
              "source"));

  private final TableVersion version;
  private final Map<String, ComponentArea> items = new LinkedHashMap<>();

  private AreaTable(CsvTable table) {
    this.version = table.version();
    table.map(row -> {
      ComponentArea area = area(row);
      if (items.put(area.item(), area) != null) {
        throw new IllegalArgumentException(
            "item must be unique, but " + area.item() + " appears twice");
      }
      return area;
    });
  }

  private static ComponentArea area(CsvTable.Row row) {
    double value = row.known("value");
    PriceKind kind = PriceKind.parse(row.text("kind"));
    return new ComponentArea(
        row.text("item"),
        row.text("unit"),
        value,
        Range.of(value, row.number("low"), row.number("high"), kind),
        row.scaled("node_nanometers", 1e-9),
        Scaling.parse(row.text("scaling")),
        kind,
        row.text("source"));
  }

  /** The embedded table. */
  public static AreaTable standard() {
    return new AreaTable(CsvTable.resource("areas.csv", FORM));
  }

  /**
   * Reads a user's table with the columns of the embedded one.
   *
   * @throws UnusableInput for a field that cannot be used or a missing source, with its line
   */
  public static AreaTable read(Path file) {
    return new AreaTable(CsvTable.file(file, FORM));
  }

  /** Name, version and date of the table. */
  public TableVersion version() {
    return version;
  }

  /** Every area, in the order of the table. */
  public List<ComponentArea> all() {
    return List.copyOf(items.values());
  }

  /**
   * The area of a component.
   *
   * @throws UnusableInput when the table has none
   */
  public ComponentArea find(String item) {
    ComponentArea area = items.get(item);
    if (area == null) {
      throw new UnusableInput(
          version.words()
              + " has no area of '"
              + item
              + "'; it has "
              + String.join(", ", items.keySet()));
    }
    return area;
  }
}
