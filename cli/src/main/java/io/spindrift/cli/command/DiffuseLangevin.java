package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.FreeRunningCoin;
import io.spindrift.memory.MemoryBitSource;
import io.spindrift.memory.VcMramArray;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.neuron.LeakyNeuron;
import io.spindrift.memory.neuron.MembraneLaw;
import io.spindrift.memory.neuron.MembraneMeasure;
import io.spindrift.memory.neuron.MembranePaths;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The options of a leaky neuron driven by junctions, and its run. */
final class DiffuseLangevin {
  private static final double DEVIATION_VOLTS = 5e-3;
  private static final int LEAST_PATHS = 64; // for Student's law to hold far out
  private static final int FORGETTING = 20; // time constants before a path is looked at

  /** How a junction is tossed. */
  enum Coin {
    RESET,
    FREE_RUNNING;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--coin",
      paramLabel = "reset|free-running",
      defaultValue = "reset",
      description =
          "langevin: junctions are reset before each pulse, or pulsed again and again; the default"
              + " is ${DEFAULT-VALUE}.")
  private Coin coin = Coin.RESET;

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "langevin: junctions that drive a neuron, a multiple of 64; the default is"
              + " ${DEFAULT-VALUE}.")
  private String inputs = "";

  @Option(
      names = "--paths",
      paramLabel = "N",
      defaultValue = "256",
      description = "langevin: neurons that run, at least 64; the default is ${DEFAULT-VALUE}.")
  private String paths = "";

  @Option(
      names = "--time-step",
      paramLabel = "TIME",
      defaultValue = "10ns",
      description = "langevin: time between two pulses; the default is ${DEFAULT-VALUE}.")
  private String timeStep = "";

  @Option(
      names = "--time-constant",
      paramLabel = "TIME",
      defaultValue = "100ns",
      description = "langevin: time in which the membrane leaks; the default is ${DEFAULT-VALUE}.")
  private String timeConstant = "";

  static final String[] NAMES = {"--coin", "--inputs", "--paths", "--time-step", "--time-constant"};

  /** Lets neurons run. */
  MembraneView run(
      Junction junction, int steps, StreamKey key, Workers workers, Progress progress) {
    int count = GivenQuantity.smallCount("--inputs", inputs, 64, LeakyNeuron.MOST_INPUTS);
    if (count % 64 != 0) {
      throw new UnusableInput("--inputs must be a multiple of 64, but was " + inputs);
    }
    int neurons = GivenQuantity.smallCount("--paths", paths, LEAST_PATHS, 1_000_000);
    double step = GivenQuantity.positive("--time-step", timeStep, Dimension.TIME);
    double constant = GivenQuantity.positive("--time-constant", timeConstant, Dimension.TIME);
    if (!(constant >= step) || constant / step > 1e5) {
      throw new UnusableInput(
          "--time-constant must be between 1 and 100000 time steps, but was " + timeConstant);
    }
    Ledger ledger = new Ledger();
    Ledger.Stage coins = ledger.stage("coins");
    double leave = junction.switchingProbability(MagneticState.PARALLEL, -1);
    double back = junction.switchingProbability(MagneticState.ANTIPARALLEL, -1);
    boolean reset = coin == Coin.RESET;
    double share = reset ? leave : leave / (leave + back);
    double rho = reset ? 0 : 1 - leave - back;
    int unseen = (int) Math.ceil(FORGETTING * constant / step);
    MembraneLaw law =
        GivenQuantity.checked(() ->
            new MembraneLaw(
                LeakyNeuron.ofDeviation(DEVIATION_VOLTS, count, share, step, constant),
                share,
                rho));
    BitSource source =
        reset
            ? new MemoryBitSource(
                new VcMramArray(row(leave, count), CoinPulse.at(junction.operatingPoint())), coins)
            : new FreeRunningCoin("freely running junctions", row(back, count), row(leave, count));
    MembranePaths run =
        GivenQuantity.checked(() ->
            MembranePaths.run(
                law.neuron(),
                source,
                key,
                neurons,
                unseen,
                steps,
                ledger.stage("neuron"),
                workers,
                progress));
    if (!reset) {
      long bits = (long) neurons * (unseen + steps) * count;
      coins.add(Action.COIN_PULSE, bits);
      coins.add(Action.CELL_READ, bits);
      coins.add(Action.ROW_ACTIVATION, 2L * neurons * (unseen + steps));
    }
    int lags = Math.min(steps - 1, (int) Math.ceil(5 * constant / step));
    return new MembraneView(
        junction.name() + ", " + coin + " coins",
        law,
        run,
        MembraneMeasure.of(run, law.mean(), lags),
        DiffusePrices.counts(ledger),
        new DiffusePrices(junction).joules(ledger));
  }

  /** Nominal junctions in one row. */
  private static CellProbabilities row(double probability, int columns) {
    double[] all = new double[columns];
    Arrays.fill(all, probability);
    return CellProbabilities.of(all, columns);
  }
}
