package io.spindrift.cli.command;

import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.coin.FluctuatingCoin;
import io.spindrift.entropy.coin.GaussianWander;
import io.spindrift.entropy.coin.PeriodicDrift;
import io.spindrift.entropy.coin.StatedCoin;
import io.spindrift.entropy.coin.StuckCells;
import io.spindrift.entropy.coin.TelegraphCoin;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that let the threshold of a junction move, or cells of an array stick. */
final class FluctuationOptions {
  /** The names of the options of a moving threshold. */
  static final String[] MOVING = {"--drift", "--telegraph", "--flicker", "--toss-period"};

  private static final int PROCESSES_PER_DECADE = 2;

  @Option(
      names = "--drift",
      paramLabel = "VOLTS:PERIOD",
      description =
          "The threshold of one junction drifts from -VOLTS to +VOLTS and is recalibrated every"
              + " PERIOD, such as 20mV:1ms.")
  private @Nullable String drift;

  @Option(
      names = "--telegraph",
      paramLabel = "VOLTS:LOW:HIGH",
      description =
          "The threshold of one junction jumps by VOLTS, with mean stays of LOW and HIGH at the two"
              + " levels, such as 20mV:10us:10us.")
  private @Nullable String telegraph;

  @Option(
      names = "--flicker",
      paramLabel = "RMS:FASTEST:SLOWEST",
      description =
          "The threshold of one junction has 1/f noise of RMS volts between two times, such as"
              + " 10mV:100ns:10ms.")
  private @Nullable String flicker;

  @Option(
      names = "--toss-period",
      paramLabel = "TIME",
      defaultValue = "20ns",
      description =
          "Time from one toss of that junction to the next; the default is" + " ${DEFAULT-VALUE}.")
  private String tossPeriod = "";

  @Option(
      names = "--stuck",
      paramLabel = "ZERO[:ONE]",
      description = "Shares of cells that always read 0 and always read 1, such as 0.01:0.02.")
  private @Nullable String stuck;

  /** Whether the threshold moves. */
  boolean moves() {
    return Stream.of(drift, telegraph, flicker).anyMatch(one -> one != null);
  }

  /**
   * The nominal junction with a moving threshold.
   *
   * @throws UnusableInput when more than one movement was given, or one does not parse
   */
  StatedCoin moving(SwitchingModel model, CoinPulse pulse) {
    if (Stream.of(drift, telegraph, flicker).filter(one -> one != null).count() > 1) {
      throw new UnusableInput("one of --drift, --telegraph and --flicker must be chosen");
    }
    double period = GivenQuantity.positive("--toss-period", tossPeriod, Dimension.TIME);
    if (drift != null) {
      List<String> parts = parts("--drift", drift, 2, "VOLTS:PERIOD");
      PeriodicDrift ramp =
          new PeriodicDrift(
              PeriodicDrift.Shape.RAMP,
              GivenQuantity.any("--drift", parts.get(0), Dimension.VOLTAGE),
              GivenQuantity.positive("--drift", parts.get(1), Dimension.TIME));
      return GivenQuantity.checked(() -> FluctuatingCoin.of(model, pulse, ramp, period));
    }
    if (telegraph != null) {
      List<String> parts = parts("--telegraph", telegraph, 3, "VOLTS:LOW:HIGH");
      double shift = GivenQuantity.any("--telegraph", parts.get(0), Dimension.VOLTAGE);
      double low = GivenQuantity.positive("--telegraph", parts.get(1), Dimension.TIME);
      double high = GivenQuantity.positive("--telegraph", parts.get(2), Dimension.TIME);
      return GivenQuantity.checked(() -> TelegraphCoin.of(model, pulse, shift, low, high, period));
    }
    List<String> parts = parts("--flicker", String.valueOf(flicker), 3, "RMS:FASTEST:SLOWEST");
    double rms = GivenQuantity.notNegative("--flicker", parts.get(0), Dimension.VOLTAGE);
    double fastest = GivenQuantity.positive("--flicker", parts.get(1), Dimension.TIME);
    double slowest = GivenQuantity.positive("--flicker", parts.get(2), Dimension.TIME);
    return GivenQuantity.checked(() ->
        FluctuatingCoin.of(
            model,
            pulse,
            GaussianWander.flicker(rms, fastest, slowest, PROCESSES_PER_DECADE),
            period));
  }

  /** The cells that stick, if any do. */
  Optional<StuckCells> stuck(StreamKey population) {
    if (stuck == null) {
      return Optional.empty();
    }
    List<String> parts =
        parts("--stuck", stuck.contains(":") ? stuck : stuck + ":0", 2, "ZERO[:ONE]");
    try {
      double zero = Double.parseDouble(parts.get(0));
      double one = Double.parseDouble(parts.get(1));
      return Optional.of(GivenQuantity.checked(() -> new StuckCells(zero, one, population)));
    } catch (NumberFormatException e) {
      throw new UnusableInput("--stuck must be two shares ZERO[:ONE], but was " + stuck, e);
    }
  }

  private static List<String> parts(String option, String text, int count, String form) {
    List<String> parts = List.of(text.split(":", -1));
    if (parts.size() != count) {
      throw new UnusableInput(option + " must be " + form + ", but was " + text);
    }
    return parts;
  }
}
