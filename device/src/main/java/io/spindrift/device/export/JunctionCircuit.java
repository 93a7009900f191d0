package io.spindrift.device.export;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.DemagnetisingFactors;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A macrospin junction at one temperature as the numbers of a circuit model.
 *
 * @param identifier name of the device that every circuit language accepts
 * @param title name of the device and where it was read
 * @param parameters the numbers, with units and sources
 * @param parallelRest where the parallel state rests
 * @param antiparallelRest where the antiparallel state rests
 * @param tiltRadians root of the mean square thermal angle of a resting state
 * @param torque whether the current exerts spin-transfer torque
 */
public record JunctionCircuit(
    String identifier,
    String title,
    List<CircuitParameter> parameters,
    RestDirection parallelRest,
    RestDirection antiparallelRest,
    double tiltRadians,
    boolean torque) {

  /** Copies the list. */
  public JunctionCircuit {
    parameters = List.copyOf(parameters);
  }

  /**
   * The circuit of a device.
   *
   * @param loaded a macrospin device and the sources of its numbers
   * @param temperatureKelvin temperature for which the model is made
   * @throws UnusableInput when the device is no macrospin or its two states are not both stable
   */
  public static JunctionCircuit of(LoadedDevice loaded, double temperatureKelvin) {
    Require.positive("temperature", temperatureKelvin, "K");
    if (!(loaded.spec() instanceof MacrospinDevice described)) {
      throw new UnusableInput(
          "a circuit model needs a macrospin device, but "
              + loaded.spec().name()
              + " is none; export it as a table");
    }
    EffectiveField.requireWells(described, temperatureKelvin);
    MacrospinDevice device = described.atTemperature(temperatureKelvin);
    return new JunctionCircuit(
        identifier(device.name()),
        device.name() + " of " + loaded.origin(),
        parameters(device, temperatureKelvin, sources(loaded)),
        RestDirection.of(device, MagneticState.PARALLEL),
        RestDirection.of(device, MagneticState.ANTIPARALLEL),
        RestDirection.thermalTilt(device, temperatureKelvin),
        device.spinTorque().isPresent());
  }

  /** A name of lower-case letters, digits and underscores that begins with a letter. */
  public static String identifier(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    plain = plain.replaceAll("^_+|_+$", "");
    return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "mtj_" + plain : plain;
  }

  /** The value of a parameter. */
  double value(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow().value();
  }

  private static Map<String, String> sources(LoadedDevice loaded) {
    Map<String, String> sources = new TreeMap<>();
    for (Provenance origin : loaded.provenance()) {
      String note = origin.note().startsWith("assumed") ? ", assumed" : "";
      sources.put(origin.path(), (origin.source() + note).strip());
    }
    return sources;
  }

  private static List<CircuitParameter> parameters(
      MacrospinDevice device, double kelvin, Map<String, String> sources) {
    List<CircuitParameter> list = new ArrayList<>();
    FreeLayer layer = device.freeLayer();
    TunnelBarrier barrier = device.barrier();
    Rows rows = new Rows(list, sources);
    rows.add("t_kelvin", kelvin, "K", "temperature", "operation.temperature");
    rows.add("d_x", layer.majorAxisMeters(), "m", "diameter along x", "freeLayer.majorAxis");
    rows.add("d_y", layer.minorAxisMeters(), "m", "diameter along y", "freeLayer.minorAxis");
    rows.add("t_free", layer.thicknessMeters(), "m", "free layer, t_f", "freeLayer.thickness");
    rows.add(
        "ms",
        layer.saturationMagnetisationAmperesPerMeter(),
        "A/m",
        "saturation magnetisation, Ms",
        "freeLayer.saturationMagnetisation");
    rows.add(
        "ki",
        layer.interfaceAnisotropyJoulesPerSquareMeter(),
        "J/m2",
        "interface anisotropy, Ki",
        "freeLayer.interfaceAnisotropy");
    rows.add("alpha", layer.damping(), "", "Gilbert damping", "freeLayer.damping");
    DemagnetisingFactors factors = layer.demagnetisingFactors();
    rows.add("n_x", factors.x(), "", "demagnetising factor", "freeLayer.demagnetising.x");
    rows.add("n_y", factors.y(), "", "demagnetising factor", "freeLayer.demagnetising.y");
    rows.add("n_z", factors.z(), "", "demagnetising factor", "freeLayer.demagnetising.z");
    rows.add("t_ox", barrier.thicknessMeters(), "m", "barrier, t_ox", "barrier.thickness");
    rows.add(
        "xi",
        barrier.vcmaCoefficientJoulesPerVoltMeter(),
        "J/(V m)",
        "voltage-controlled anisotropy",
        "barrier.vcmaCoefficient");
    rows.add(
        "ra",
        barrier.resistanceAreaProductOhmSquareMeters(),
        "Ohm m2",
        "resistance-area product of the parallel state",
        "barrier.resistanceAreaProduct");
    rows.add("tmr_0", barrier.tmr(), "", "magnetoresistance at zero bias", "barrier.tmr");
    rows.add(
        "v_half", barrier.halfVoltageVolts(), "V", "bias that halves it", "barrier.halfVoltage");
    rows.add(
        "per_v_p",
        1 / barrier.parallelHalfVoltageVolts().orElse(Double.POSITIVE_INFINITY),
        "1/V",
        "one over the bias that halves the resistance of the parallel state",
        "barrier.parallelHalfVoltage");
    rows.add("c_j", barrier.capacitanceFarads(), "F", "capacitance", "barrier.capacitance");
    BiasField field = device.biasField();
    BiasField stray = device.strayField().orElse(BiasField.NONE);
    rows.add("b_x", field.xTesla() + stray.xTesla(), "T", "constant field", "biasField.x");
    rows.add("b_y", field.yTesla() + stray.yTesla(), "T", "constant field", "biasField.y");
    rows.add("b_z", field.zTesla() + stray.zTesla(), "T", "constant field", "biasField.z");
    device
        .spinTorque()
        .ifPresent(torque -> {
          rows.add(
              "stt", torque.efficiency(), "", "spin-torque efficiency", "spinTorque.efficiency");
          rows.add(
              "stt_field",
              torque.fieldLikeRatio(),
              "",
              "field-like over damping-like field",
              "spinTorque.fieldLikeRatio");
          rows.add(
              "eta_fixed",
              torque.polarisation().orElse(0.0),
              "",
              "polarisation behind the torque at every bias, 0 for that of the magnetoresistance",
              "spinTorque.polarisation");
        });
    return list;
  }

  private record Rows(List<CircuitParameter> list, Map<String, String> sources) {
    void add(String name, double value, String unit, String meaning, String path) {
      String source = sources.getOrDefault(path, "given or computed at export");
      list.add(new CircuitParameter(name, value, unit, meaning, path + ": " + source));
    }
  }
}
