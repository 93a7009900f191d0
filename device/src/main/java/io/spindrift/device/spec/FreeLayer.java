package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import java.util.Optional;

/**
 * The magnetic layer that switches: an elliptic cylinder, easy axis z along its height.
 *
 * @param majorAxisMeters full diameter along x
 * @param minorAxisMeters full diameter along y
 * @param thicknessMeters height
 * @param saturationMagnetisationAmperesPerMeter moment per volume, Ms
 * @param interfaceAnisotropyJoulesPerSquareMeter perpendicular anisotropy per area at zero bias, Ki
 * @param damping Gilbert damping, alpha
 * @param demagnetising demagnetising factors; computed from the shape when absent
 */
public record FreeLayer(
    @Declared(
            says = "Full diameter along x of the elliptic cylinder",
            unit = Dimension.LENGTH,
            min = 0,
            minExclusive = true)
        double majorAxisMeters,
    @Declared(
            says = "Full diameter along y of the elliptic cylinder",
            unit = Dimension.LENGTH,
            min = 0,
            minExclusive = true)
        double minorAxisMeters,
    @Declared(
            says = "Thickness of the free layer",
            unit = Dimension.LENGTH,
            min = 0,
            minExclusive = true)
        double thicknessMeters,
    @Declared(
            says = "Magnetic moment per volume",
            unit = Dimension.MAGNETISATION,
            min = 0,
            minExclusive = true)
        double saturationMagnetisationAmperesPerMeter,
    @Declared(
            says = "Perpendicular anisotropy energy per area at zero bias",
            unit = Dimension.AREAL_ENERGY,
            min = 0)
        double interfaceAnisotropyJoulesPerSquareMeter,
    @Declared(says = "Gilbert damping", min = 0, minExclusive = true, max = 10) double damping,
    @Declared(says = "Demagnetising factors; computed from the shape when absent")
        Optional<DemagnetisingFactors> demagnetising) {

  /** Checks every component. */
  public FreeLayer {
    Require.positive("majorAxis", majorAxisMeters, "m");
    Require.positive("minorAxis", minorAxisMeters, "m");
    Require.positive("thickness", thicknessMeters, "m");
    Require.positive("saturationMagnetisation", saturationMagnetisationAmperesPerMeter, "A/m");
    Require.notNegative("interfaceAnisotropy", interfaceAnisotropyJoulesPerSquareMeter, "J/m2");
    Require.positive("damping", damping, "");
  }

  /** Area of the ellipse in square metres. */
  public double areaSquareMeters() {
    return Math.PI / 4 * majorAxisMeters * minorAxisMeters;
  }

  /** Volume of the layer in cubic metres. */
  public double volumeCubicMeters() {
    return areaSquareMeters() * thicknessMeters;
  }

  /** Magnetic moment Ms V in A m^2. */
  public double momentAmpereSquareMeters() {
    return saturationMagnetisationAmperesPerMeter * volumeCubicMeters();
  }

  /** The factors given, or else those of the uniformly magnetised elliptic cylinder. */
  public DemagnetisingFactors demagnetisingFactors() {
    return demagnetising.orElseGet(() ->
        EllipticCylinder.demagnetisingFactors(majorAxisMeters, minorAxisMeters, thicknessMeters));
  }

  /** The same layer with another anisotropy, in J/m^2. */
  public FreeLayer withInterfaceAnisotropy(double joulesPerSquareMeter) {
    return new FreeLayer(
        majorAxisMeters,
        minorAxisMeters,
        thicknessMeters,
        saturationMagnetisationAmperesPerMeter,
        joulesPerSquareMeter,
        damping,
        demagnetising);
  }

  /** The same layer with another Gilbert damping. */
  public FreeLayer withDamping(double other) {
    return new FreeLayer(
        majorAxisMeters,
        minorAxisMeters,
        thicknessMeters,
        saturationMagnetisationAmperesPerMeter,
        interfaceAnisotropyJoulesPerSquareMeter,
        other,
        demagnetising);
  }
}
