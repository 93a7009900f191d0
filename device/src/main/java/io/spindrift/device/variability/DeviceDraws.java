package io.spindrift.device.variability;

import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.CorrelationMatrix;
import io.spindrift.device.spec.DeviceParameter;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.ParameterSpread;
import io.spindrift.device.spec.Spread;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.NumberPath;
import io.spindrift.numerics.document.RecordEditor;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Draws the devices of a population: one joint draw of all varied parameters per device.
 *
 * <p>Independent standard normal deviates g of the stream (variation, device index, attempt) become
 * correlated ones z = L g, and each z the value of its parameter by that parameter's law. Device i
 * is therefore the same for any size of the population and any number of threads, and every model
 * of it (switching, resistance) sees the same device.
 *
 * <p>A draw that gives no possible device - a number that its record refuses, or a free layer whose
 * easy axis is not perpendicular at zero bias - is thrown away as a whole and drawn again from the
 * next attempt of the same device; nothing is moved to a limit. The law is then the stated one on
 * the condition that the device is possible. Immutable.
 */
public final class DeviceDraws {
  /** Draws after which the spread is refused. */
  public static final int MOST_ATTEMPTS = 1000;

  private static final Set<String> ONLY_RESISTANCE =
      Set.of(
          "barrier.resistanceAreaProduct",
          "barrier.tmr",
          "barrier.halfVoltage",
          "barrier.capacitance");

  private final MacrospinDevice mean;
  private final MacrospinDevice alone;
  private final List<ParameterLaw> laws = new ArrayList<>();
  private final List<DeviceParameter> parameters = new ArrayList<>();
  private final CorrelationMatrix correlations;
  private final RecordEditor<MacrospinDevice> editor;
  private final double[] centres;
  private final double[] own;
  private final boolean[] acting;
  private final StreamKey key;

  /**
   * The draws about a device.
   *
   * @param mean the device about which parameters vary
   * @param variation where device-to-device differences come from
   * @throws IllegalArgumentException when the spread does not fit the device
   */
  public DeviceDraws(MacrospinDevice mean, StreamKey variation) {
    Spread spread = mean.spread();
    spread.checkOn(mean);
    this.mean = mean;
    this.alone = mean.withSpread(Spread.NONE);
    this.key = variation.purpose("parameters");
    this.correlations = spread.matrix();
    List<NumberPath> numbers = new ArrayList<>();
    for (ParameterSpread varied : spread.parameters()) {
      DeviceParameter parameter = varied.varied();
      parameters.add(parameter);
      laws.add(ParameterLaw.of(varied, parameter.of(mean)));
      numbers.addAll(parameter.numbers());
    }
    this.acting = acting(mean, parameters, laws);
    this.editor = RecordEditor.of(MacrospinDevice.class, numbers);
    this.centres = parameters.stream().mapToDouble(parameter -> parameter.of(mean)).toArray();
    this.own = numbers.stream().mapToDouble(n -> n.in(mean).orElseThrow()).toArray();
  }

  /** The device about which parameters vary. */
  public MacrospinDevice mean() {
    return mean;
  }

  /** The varied parameters, in the order of the spread. */
  public List<DeviceParameter> parameters() {
    return List.copyOf(parameters);
  }

  /** The law of each varied parameter. */
  public List<ParameterLaw> laws() {
    return List.copyOf(laws);
  }

  /**
   * One device.
   *
   * @param index which one; negative for the device about which parameters vary
   * @throws UnusableInput when no attempt gives a possible device; the sentence says why
   */
  public DrawnDevice draw(long index) {
    if (index < 0 || laws.isEmpty()) {
      return new DrawnDevice(index, alone, list(centres), list(new double[centres.length]), 0);
    }
    String reason = "";
    StreamKey stream = key.at(index);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      double[] deviates = deviates(stream.at(attempt).open());
      double[] values = new double[deviates.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = laws.get(i).value(deviates[i]);
      }
      try {
        MacrospinDevice device = editor.with(alone, numbers(values));
        requirePossible(device);
        return new DrawnDevice(index, device, list(values), list(deviates), attempt);
      } catch (IllegalArgumentException impossible) {
        reason = String.valueOf(impossible.getMessage());
      }
    }
    throw new UnusableInput(
        "spread of "
            + mean.name()
            + " must leave some devices possible, but none of "
            + MOST_ATTEMPTS
            + " draws was: "
            + reason);
  }

  /** Whether devices differ in anything that switching depends on. */
  public boolean switchingVaries() {
    for (boolean acts : acting) {
      if (acts) {
        return true;
      }
    }
    return false;
  }

  /**
   * The deviates that the switching of a device depends on: not of parameters that only set the
   * resistance, unless a current acts on the free layer or a driver shares the voltage.
   */
  public List<Double> deviatesOfSwitching(DrawnDevice drawn) {
    List<Double> deviates = new ArrayList<>();
    for (int i = 0; i < acting.length; i++) {
      if (acting[i]) {
        deviates.add(drawn.deviates().get(i));
      }
    }
    return deviates;
  }

  private static boolean[] acting(
      MacrospinDevice mean, List<DeviceParameter> parameters, List<ParameterLaw> laws) {
    boolean currentActs =
        mean.spinTorque().isPresent()
            || mean.selfHeating().isPresent()
            || mean.driver().isPresent();
    boolean[] acting = new boolean[laws.size()];
    for (int i = 0; i < acting.length; i++) {
      acting[i] =
          laws.get(i).sigma() > 0
              && (currentActs || !ONLY_RESISTANCE.contains(parameters.get(i).path()));
    }
    return acting;
  }

  private double[] deviates(RandomStream random) {
    double[] independent = new double[laws.size()];
    for (int i = 0; i < independent.length; i++) {
      independent[i] = random.nextGaussian();
    }
    return correlations.correlate(independent);
  }

  /** The numbers behind the values: one each, or several scaled together. */
  private double[] numbers(double[] values) {
    double[] numbers = own.clone();
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      int together = parameters.get(i).numbers().size();
      if (together == 1) {
        numbers[at] = values[i];
      } else {
        double scale = values[i] / centres[i];
        for (int k = 0; k < together; k++) {
          numbers[at + k] *= scale;
        }
      }
      at += together;
    }
    return numbers;
  }

  private void requirePossible(MacrospinDevice device) {
    double stability =
        EffectiveField.stabilityFactor(device, device.operation().temperatureKelvin());
    if (!(stability > 0)) {
      throw new IllegalArgumentException(
          "stability factor at zero bias must be positive, but was " + stability);
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
