package io.spindrift.cli.command;

import io.spindrift.device.switching.EquilibriumResult;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Curve;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Ink;
import io.spindrift.experiment.plot.LineFigure;
import io.spindrift.experiment.run.Table;
import java.util.List;
import java.util.stream.IntStream;

/** The histogram of mz at rest beside the density of the Boltzmann law. */
final class EquilibriumPlot {
  static Table table(EquilibriumResult result) {
    return Table.named("equilibrium")
        .reals("mz", centres(result))
        .reals("simulated_density", density(result.simulatedShares()))
        .reals("boltzmann_density", density(result.exactShares()));
  }

  static Figure draw(EquilibriumResult result, String conditions) {
    return new LineFigure(
            "equilibrium",
            Axis.linear("easy-axis component of the magnetisation, mz").between(-1, 1),
            Axis.linear("probability density"))
        .add(
            Curve.of(
                "Boltzmann law",
                Ink.REFERENCE,
                Curve.Style.LINE,
                centres(result),
                density(result.exactShares())))
        .add(
            Curve.of(
                "simulated",
                Ink.HARDWARE,
                Curve.Style.BARS,
                centres(result),
                density(result.simulatedShares())))
        .draw(result.device() + " at rest, " + conditions + ".", 720, 420);
  }

  private static double[] centres(EquilibriumResult result) {
    int bins = result.exactShares().size();
    return IntStream.range(0, bins).mapToDouble(i -> -1 + (2.0 * i + 1) / bins).toArray();
  }

  private static double[] density(List<Double> shares) {
    return shares.stream().mapToDouble(share -> share * shares.size() / 2).toArray();
  }

  private EquilibriumPlot() {}
}
