package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/**
 * How the magnetic parameters follow temperature: m(T) = (1 - (T/Tc)^b)/(1 - (T0/Tc)^b), Ms ~ m, Ki
 * ~ m^p, xi ~ m^q.
 *
 * <p>b = 3/2 is Bloch's law; p = 2.18 and q = 2.83 are the measured powers of a CoFeB/MgO layer, as
 * commonly quoted from J. G. Alzate et al., Appl. Phys. Lett. 104, 112410 (2014); not checked
 * against its text.
 *
 * @param curieKelvin Curie temperature Tc of the free layer
 * @param referenceKelvin temperature T0 at which the device's own numbers hold
 * @param magnetisationExponent b
 * @param anisotropyExponent p
 * @param vcmaExponent q
 */
public record TemperatureLaws(
    @Declared(
            says = "Curie temperature of the free layer",
            unit = Dimension.TEMPERATURE,
            min = 0,
            minExclusive = true)
        double curieKelvin,
    @Declared(
            says = "Temperature at which the device's own numbers hold",
            unit = Dimension.TEMPERATURE,
            defaultValue = "300 K",
            min = 0,
            minExclusive = true)
        double referenceKelvin,
    @Declared(
            says = "Exponent of T/Tc in the magnetisation",
            defaultValue = "1.5",
            min = 0.1,
            max = 10)
        double magnetisationExponent,
    @Declared(
            says = "Power of the magnetisation that the interface anisotropy follows",
            defaultValue = "2.18",
            min = 0,
            max = 10)
        double anisotropyExponent,
    @Declared(
            says = "Power of the magnetisation that the VCMA coefficient follows",
            defaultValue = "2.83",
            min = 0,
            max = 10)
        double vcmaExponent) {

  /** Checks every component. */
  public TemperatureLaws {
    Require.positive("curie", curieKelvin, "K");
    Require.positive("reference", referenceKelvin, "K");
    Require.inRange("magnetisationExponent", magnetisationExponent, 0.1, 10, "");
    Require.inRange("anisotropyExponent", anisotropyExponent, 0, 10, "");
    Require.inRange("vcmaExponent", vcmaExponent, 0, 10, "");
    if (!(referenceKelvin < curieKelvin)) {
      throw new IllegalArgumentException(
          "referenceKelvin must be below the Curie temperature of "
              + Quantity.print(curieKelvin, Dimension.TEMPERATURE)
              + ", but was "
              + Quantity.print(referenceKelvin, Dimension.TEMPERATURE));
    }
  }

  /**
   * The magnetisation over that at the reference temperature, m(T).
   *
   * @throws UnusableInput at or above the Curie temperature, where there is no magnetisation
   */
  public double relativeMagnetisation(double kelvin) {
    Require.positive("temperature", kelvin, "K");
    if (!(kelvin < curieKelvin)) {
      throw new UnusableInput(
          "temperature must be below the Curie temperature of "
              + Quantity.print(curieKelvin, Dimension.TEMPERATURE)
              + ", but was "
              + Quantity.print(kelvin, Dimension.TEMPERATURE));
    }
    return bloch(kelvin) / bloch(referenceKelvin);
  }

  private double bloch(double kelvin) {
    return 1 - Math.pow(kelvin / curieKelvin, magnetisationExponent);
  }
}
