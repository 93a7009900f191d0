package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The area that the cells of an array and their periphery take.
 *
 * <p>A = N (r c A_cell + r (A_decoder + A_rowdriver) + c (A_columndriver + A_sense + A_xor + d
 * A_counter + e A_adder) + ceil(c/s) A_adc) with N sub-arrays of r rows and c columns, s columns
 * per converter, d and e digits. Wiring between the components, control, redundancy, and the supply
 * of the pulse voltage are not included.
 *
 * @param geometry shape of the array
 * @param nodeMeters process node
 * @param parts cells first, then the periphery, counted over all sub-arrays
 */
public record ArrayFootprint(ArrayGeometry geometry, double nodeMeters, List<AreaPart> parts) {
  /** Copies the parts. */
  public ArrayFootprint {
    Require.positive("node", nodeMeters, "m");
    parts = List.copyOf(parts);
  }

  /** An array of this shape at a node, with the areas of a table. */
  public static ArrayFootprint of(ArrayGeometry geometry, double nodeMeters, AreaTable table) {
    TechnologyNodes nodes = TechnologyNodes.standard();
    nodes.known(nodeMeters);
    long n = geometry.subArrays();
    long rows = n * geometry.rows();
    long columns = n * geometry.columns();
    List<AreaPart> parts = new ArrayList<>();
    parts.add(part(table.find("cell"), rows * geometry.columns(), nodeMeters, nodes));
    parts.add(part(table.find("row-decoder"), rows, nodeMeters, nodes));
    parts.add(part(table.find("row-driver"), rows, nodeMeters, nodes));
    parts.add(part(table.find("column-driver"), columns, nodeMeters, nodes));
    parts.add(part(table.find("sense-amplifier"), columns, nodeMeters, nodes));
    add(parts, table, "xor", columns * geometry.exclusiveOrs(), nodeMeters, nodes);
    add(parts, table, "counter", columns * geometry.counterDigits(), nodeMeters, nodes);
    add(parts, table, "adder", columns * geometry.adderDigits(), nodeMeters, nodes);
    add(
        parts,
        table,
        "adc-" + geometry.converterBits(),
        n * geometry.converters(),
        nodeMeters,
        nodes);
    return new ArrayFootprint(geometry, nodeMeters, parts);
  }

  /** The embedded areas at the default node. */
  public static ArrayFootprint standard(ArrayGeometry geometry) {
    return of(geometry, TechnologyNodes.DEFAULT_METERS, AreaTable.standard());
  }

  /**
   * The fallback where no periphery is known: cells, and a rest that makes them the assumed share
   * of the array.
   */
  public static ArrayFootprint byEfficiency(
      ArrayGeometry geometry, double nodeMeters, AreaTable table) {
    long cells = (long) geometry.subArrays() * geometry.rows() * geometry.columns();
    double each = table.find("cell").value() * nodeMeters * nodeMeters;
    ComponentArea share = table.find("array-efficiency");
    double rest = cells * each * (1 / share.value() - 1);
    return new ArrayFootprint(
        geometry,
        nodeMeters,
        List.of(
            part(table.find("cell"), cells, nodeMeters, TechnologyNodes.standard()),
            new AreaPart(
                "all periphery",
                1,
                rest,
                Range.around(rest, share.kind().factor(), "default of what is assumed"),
                share.kind(),
                share.source())));
  }

  private static void add(
      List<AreaPart> parts,
      AreaTable table,
      String item,
      long count,
      double meters,
      TechnologyNodes nodes) {
    if (count > 0) {
      parts.add(part(table.find(item), count, meters, nodes));
    }
  }

  private static AreaPart part(
      ComponentArea area, long count, double meters, TechnologyNodes nodes) {
    double unit = area.unitAt(meters, nodes);
    boolean moved = area.scaling() == Scaling.LOGIC && area.nodeMeters().orElse(meters) != meters;
    return new AreaPart(
        area.item(),
        count,
        area.value() * unit,
        area.range().times(unit),
        area.kind(),
        area.source() + (moved ? "; " + TechnologyNodes.SOURCE : ""));
  }

  /** Area of one cell. */
  public double cellSquareMeters() {
    return parts.getFirst().eachSquareMeters();
  }

  /** Area of all. */
  public double squareMeters() {
    return parts.stream().mapToDouble(AreaPart::squareMeters).sum();
  }

  /** Area of one column with its share of all periphery. */
  public double columnSquareMeters() {
    return squareMeters() / ((double) geometry.columns() * geometry.subArrays());
  }

  /** Share of the area that is cells. */
  public double efficiency() {
    return parts.getFirst().squareMeters() / squareMeters();
  }

  /** Where the areas come from, in one line. */
  public String source() {
    return String.join(
        "; ",
        parts.stream()
            .map(p -> p.item() + ", " + p.kind().words() + ": " + p.source())
            .distinct()
            .toList());
  }
}
