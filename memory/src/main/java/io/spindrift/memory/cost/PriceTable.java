package io.spindrift.memory.cost;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Published generators of random bits, each with the source of its figures.
 *
 * @param version name, version and date of the table
 * @param technologies in the order of the table
 */
public record PriceTable(TableVersion version, List<Technology> technologies) {
  private static final CsvTable.Form FORM =
      new CsvTable.Form(
          "technologies",
          1,
          List.of(
              "id",
              "technology",
              "energy_per_bit_joules",
              "area_per_generator_square_micrometers",
              "bits_per_second",
              "node_nanometers",
              "kind",
              "source"));

  /** Refuses two technologies of one id. */
  public PriceTable {
    technologies = List.copyOf(technologies);
    Set<String> seen = new HashSet<>();
    for (Technology technology : technologies) {
      if (!seen.add(technology.id())) {
        throw new IllegalArgumentException(
            "id must be unique, but " + technology.id() + " appears twice");
      }
    }
  }

  /** The embedded table. */
  public static PriceTable standard() {
    return read(CsvTable.resource("technologies.csv", FORM));
  }

  /**
   * Reads a user's table with the columns of the embedded one.
   *
   * @throws UnusableInput for a field that cannot be used or a missing source, with its line
   */
  public static PriceTable read(Path file) {
    try {
      return read(CsvTable.file(file, FORM));
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(file + ": " + e.getMessage(), e);
    }
  }

  private static PriceTable read(CsvTable table) {
    return new PriceTable(
        table.version(),
        table.map(row ->
            new Technology(
                row.text("id"),
                row.text("technology"),
                new CostFigures(
                    row.number("energy_per_bit_joules"),
                    row.scaled("area_per_generator_square_micrometers", 1e-12),
                    row.number("bits_per_second")),
                row.scaled("node_nanometers", 1e-9),
                Ground.parse(row.text("kind")),
                row.text("source"))));
  }

  /** This table with more technologies below its own. */
  public PriceTable with(List<Technology> more) {
    List<Technology> all = new ArrayList<>(technologies);
    all.addAll(more);
    return new PriceTable(version, all);
  }

  /**
   * The technology of an id.
   *
   * @throws UnusableInput when the table has none
   */
  public Technology find(String id) {
    return technologies.stream()
        .filter(technology -> technology.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UnusableInput(
                "technology '"
                    + id
                    + "' is not in the table; accepted are "
                    + String.join(", ", technologies.stream().map(Technology::id).toList())));
  }
}
