package io.spindrift.numerics.quantity;

/**
 * What a number measures: its SI unit, how to say it, and the word that ends a component's name.
 *
 * <p>A quantity is stored as a double in {@link #siSymbol()} and read and printed with its unit.
 */
public enum Dimension {
  /** A plain number. */
  NONE("", "", "a plain number", "0.25", 0),
  /** Length in meters. */
  LENGTH("m", "Meters", "a length", "1.2 nm", 1),
  /** Duration in seconds. */
  TIME("s", "Seconds", "a time", "1.4 ns", 1),
  /** Electric potential difference in volts. */
  VOLTAGE("V", "Volts", "a voltage", "0.84 V", 1),
  /** Temperature in kelvin. */
  TEMPERATURE("K", "Kelvin", "a temperature", "300 K", 0),
  /** Magnetic flux density mu_0 H in tesla. */
  MAGNETIC_FIELD("T", "Tesla", "a magnetic field", "50 mT", 1),
  /** Magnetic field strength H in amperes per meter. */
  FIELD_STRENGTH("A/m", "AmperesPerMeter", "a field strength", "10 kA/m", 1),
  /** Magnetisation M in amperes per meter. */
  MAGNETISATION("A/m", "AmperesPerMeter", "a magnetisation", "1 MA/m", 1),
  /** Magnetic moment in ampere square meters. */
  MAGNETIC_MOMENT("A m2", "AmpereSquareMeters", "a magnetic moment", "2.6e-18 A m2", 0),
  /** Energy per area in joules per square meter. */
  AREAL_ENERGY("J/m2", "JoulesPerSquareMeter", "an energy per area", "1.2 mJ/m2", 1),
  /** Voltage control of magnetic anisotropy in joules per volt and meter. */
  VCMA("J/(V m)", "JoulesPerVoltMeter", "a VCMA coefficient", "35 fJ/(V m)", 1),
  /** Resistance in ohms. */
  RESISTANCE("Ohm", "Ohms", "a resistance", "20 kOhm", 1),
  /** Resistance-area product in ohm square meters. */
  RESISTANCE_AREA("Ohm m2", "OhmSquareMeters", "a resistance-area product", "650 Ohm um2", 0),
  /** Conductance in siemens. */
  CONDUCTANCE("S", "Siemens", "a conductance", "50 uS", 1),
  /** Capacitance in farads. */
  CAPACITANCE("F", "Farads", "a capacitance", "5 fF", 1),
  /** Energy in joules. */
  ENERGY("J", "Joules", "an energy", "40 fJ", 1),
  /** Energy per volume in joules per cubic meter. */
  ENERGY_DENSITY("J/m3", "JoulesPerCubicMeter", "an energy density", "50 kJ/m3", 1),
  /** Power in watts. */
  POWER("W", "Watts", "a power", "20 uW", 1),
  /** Area in square meters. */
  AREA("m2", "SquareMeters", "an area", "0.004 um2", 2),
  /** Volume in cubic meters. */
  VOLUME("m3", "CubicMeters", "a volume", "4000 nm3", 3),
  /** Frequency in hertz. */
  FREQUENCY("Hz", "Hertz", "a frequency", "1 GHz", 1),
  /** Plane angle in radians. */
  ANGLE("rad", "Radians", "an angle", "5 deg", 1),
  /** Electric current in amperes. */
  CURRENT("A", "Amperes", "a current", "20 uA", 1),
  /** Electric current per area in amperes per square meter. */
  CURRENT_DENSITY("A/m2", "AmperesPerSquareMeter", "a current density", "10 GA/m2", 1),
  /** Electric charge in coulombs. */
  CHARGE("C", "Coulombs", "a charge", "5 fC", 1),
  /** Electric field in volts per meter. */
  ELECTRIC_FIELD("V/m", "VoltsPerMeter", "an electric field", "1 GV/m", 1),
  /** Something per volt. */
  PER_VOLT("1/V", "PerVolt", "a value per volt", "0.5 1/V", 0);

  private final String siSymbol;
  private final String nameEnding;
  private final String words;
  private final String example;
  private final int prefixPower;

  Dimension(String siSymbol, String nameEnding, String words, String example, int prefixPower) {
    this.siSymbol = siSymbol;
    this.nameEnding = nameEnding;
    this.words = words;
    this.example = example;
    this.prefixPower = prefixPower;
  }

  /** The SI unit in which a double of this dimension is stored, such as {@code J/m2}. */
  public String siSymbol() {
    return siSymbol;
  }

  /** The word that ends a Java name of this dimension, such as {@code Meters}. */
  public String nameEnding() {
    return nameEnding;
  }

  /** The dimension in words with its article, such as {@code a length}. */
  public String words() {
    return words;
  }

  /** A text that is accepted, such as {@code 1.2 nm}. */
  public String example() {
    return example;
  }

  /** The power to which a prefix in front of the unit is raised; 0 where none is printed. */
  int prefixPower() {
    return prefixPower;
  }
}
