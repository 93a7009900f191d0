package io.spindrift.memory.cost;

import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How area and energy of logic change from one process node to another.
 *
 * <p>Rule of A. Stillmaker and B. Baas, Integration 58 (2017) 74, from 180 nm to 7 nm: an area is
 * multiplied by the table's factor from node to node; an energy by e_to(V)/e_from(V) with e(V) = a
 * V^2 + b V + c, coefficients of high-performance transistors below 65 nm, V the supply in volts.
 * The numbers agree between two public transcriptions, and the coefficients at 65 and 32 nm with
 * the worked example in the authors' own erratum. A node between two of the table, such as 28 nm
 * between 32 and 20, is interpolated in the logarithms; that step is ours.
 *
 * <p>The supply is taken as 0.9 V at every node, that of the logic in the price table: a lower
 * supply at a finer node would save more. The factors are fits to predictive transistor models of
 * logic; analogue circuits shrink less.
 */
public final class TechnologyNodes {
  /** Node that is meant where none is named, in metres. */
  public static final double DEFAULT_METERS = 28e-9;

  /** Source of the rule, for reports. */
  public static final String SOURCE =
      "scaled by Stillmaker and Baas, Integration 58 (2017) 74, at 0.9 V";

  private static final double SUPPLY_VOLTS = 0.9;
  private static final List<String> NODES =
      List.of("180", "130", "90", "65", "45", "32", "20", "16", "14", "10", "7");
  private static final CsvTable.Form FORM =
      new CsvTable.Form(
          "nodes",
          1,
          List.of(
              "from",
              "180",
              "130",
              "90",
              "65",
              "45",
              "32",
              "20",
              "16",
              "14",
              "10",
              "7",
              "energy_quadratic",
              "energy_linear",
              "energy_constant"));

  private record Node(double nanometers, double[] areas, double[] energy) {}

  /** Where a node lies between two of the table: share of the finer one. */
  private record Place(int coarser, int finer, double share) {}

  private final List<Node> nodes;

  private TechnologyNodes(List<Node> nodes) {
    this.nodes = nodes;
  }

  /** The embedded table. */
  public static TechnologyNodes standard() {
    return new TechnologyNodes(
        CsvTable.resource("nodes.csv", FORM)
            .map(row ->
                new Node(
                    row.known("from"),
                    NODES.stream().mapToDouble(row::known).toArray(),
                    row.number("energy_quadratic").isEmpty()
                        ? new double[0]
                        : new double[] {
                          row.signed("energy_quadratic"),
                          row.signed("energy_linear"),
                          row.signed("energy_constant")
                        })));
  }

  /**
   * Refuses a node without a rule.
   *
   * @return the node
   * @throws UnusableInput outside 7 nm to 130 nm
   */
  public double known(double nodeMeters) {
    if (!(nodeMeters >= 6.999e-9 && nodeMeters <= 130.001e-9)) {
      throw new UnusableInput(
          "technology node must be between 7 nm and 130 nm, where a scaling rule is known, but was "
              + nodeMeters * 1e9
              + " nm");
    }
    return nodeMeters;
  }

  /** What an area at one node is multiplied by to be that at another. */
  public double areaFactor(double fromMeters, double toMeters) {
    Place from = place(fromMeters);
    Place to = place(toMeters);
    double coarser = towards(nodes.get(from.coarser()), to);
    double finer = towards(nodes.get(from.finer()), to);
    return between(coarser, finer, from.share());
  }

  /** What an energy at one node is multiplied by to be that at another, at one supply. */
  public double energyFactor(double fromMeters, double toMeters) {
    return energy(toMeters, SUPPLY_VOLTS) / energy(fromMeters, SUPPLY_VOLTS);
  }

  /** The energy polynomial e(V) of a node; its unit cancels in every quotient. */
  double energy(double nodeMeters, double volts) {
    Place place = place(nodeMeters);
    return between(
        polynomial(nodes.get(place.coarser()), volts),
        polynomial(nodes.get(place.finer()), volts),
        place.share());
  }

  private static double towards(Node from, Place to) {
    return between(from.areas()[to.coarser()], from.areas()[to.finer()], to.share());
  }

  private static double polynomial(Node node, double volts) {
    if (node.energy().length == 0) {
      throw new UnusableInput("no energy rule is known at " + node.nanometers() + " nm");
    }
    double[] e = node.energy();
    return (e[0] * volts + e[1]) * volts + e[2];
  }

  private Place place(double meters) {
    double nanometers = known(meters) * 1e9;
    int finer =
        IntStream.range(0, nodes.size())
            .filter(i -> nodes.get(i).nanometers() <= nanometers * (1 + 1e-9))
            .findFirst()
            .orElse(nodes.size() - 1);
    double at = nodes.get(finer).nanometers();
    if (finer == 0 || Math.abs(at - nanometers) < 1e-6) {
      return new Place(finer, finer, 0);
    }
    double above = nodes.get(finer - 1).nanometers();
    return new Place(finer - 1, finer, Math.log(above / nanometers) / Math.log(above / at));
  }

  private static double between(double coarser, double finer, double share) {
    return Math.exp((1 - share) * Math.log(coarser) + share * Math.log(finer));
  }
}
