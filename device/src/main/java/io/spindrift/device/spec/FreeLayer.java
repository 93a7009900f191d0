package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
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
 * @param pillarHeightMeters height of the whole pillar, which the layer cannot exceed; not checked
 *     when absent
 */
public record FreeLayer(
    @Declared(
            says = "Full diameter along x of the elliptic cylinder",
            unit = Dimension.LENGTH,
            min = FreeLayer.LEAST_AXIS_METERS,
            max = FreeLayer.LARGEST_AXIS_METERS)
        double majorAxisMeters,
    @Declared(
            says = "Full diameter along y of the elliptic cylinder",
            unit = Dimension.LENGTH,
            min = FreeLayer.LEAST_AXIS_METERS,
            max = FreeLayer.LARGEST_AXIS_METERS)
        double minorAxisMeters,
    @Declared(
            says = "Thickness of the free layer",
            unit = Dimension.LENGTH,
            min = FreeLayer.LEAST_THICKNESS_METERS,
            max = FreeLayer.LARGEST_THICKNESS_METERS)
        double thicknessMeters,
    @Declared(
            says = "Magnetic moment per volume",
            unit = Dimension.MAGNETISATION,
            min = 0,
            minExclusive = true,
            max = 1e7)
        double saturationMagnetisationAmperesPerMeter,
    @Declared(
            says = "Perpendicular anisotropy energy per area at zero bias",
            unit = Dimension.AREAL_ENERGY,
            min = 0,
            max = 1)
        double interfaceAnisotropyJoulesPerSquareMeter,
    @Declared(says = "Gilbert damping", min = 0, minExclusive = true, max = 10) double damping,
    @Declared(says = "Demagnetising factors; computed from the shape when absent")
        Optional<DemagnetisingFactors> demagnetising,
    @Declared(
            says = "Height of the whole pillar, which the layer cannot exceed",
            unit = Dimension.LENGTH,
            min = 0,
            minExclusive = true)
        Optional<Double> pillarHeightMeters) {
  /** Smallest diameter: a few atoms across. */
  public static final double LEAST_AXIS_METERS = 1e-9;

  /** Largest diameter: far beyond it no layer turns as one. */
  public static final double LARGEST_AXIS_METERS = 10e-6;

  /** Smallest thickness: less than an atomic layer. */
  public static final double LEAST_THICKNESS_METERS = 0.1e-9;

  /** Largest thickness. */
  public static final double LARGEST_THICKNESS_METERS = 1e-6;

  /** Largest thickness in smaller diameters: beyond it the layer is a wire. */
  public static final double LARGEST_THICKNESS_IN_DIAMETERS = 10;

  /** Checks every component and that the layer fits its pillar. */
  public FreeLayer {
    range("majorAxis", majorAxisMeters, LEAST_AXIS_METERS, LARGEST_AXIS_METERS);
    range("minorAxis", minorAxisMeters, LEAST_AXIS_METERS, LARGEST_AXIS_METERS);
    range("thickness", thicknessMeters, LEAST_THICKNESS_METERS, LARGEST_THICKNESS_METERS);
    Require.positive("saturationMagnetisation", saturationMagnetisationAmperesPerMeter, "A/m");
    Require.notNegative("interfaceAnisotropy", interfaceAnisotropyJoulesPerSquareMeter, "J/m2");
    Require.positive("damping", damping, "");
    double diameter = Math.min(majorAxisMeters, minorAxisMeters);
    if (!(thicknessMeters <= LARGEST_THICKNESS_IN_DIAMETERS * diameter)) {
      throw tooThick(
          "10 times the smaller diameter of " + Quantity.print(diameter, Dimension.LENGTH),
          thicknessMeters);
    }
    pillarHeightMeters.ifPresent(height -> {
      Require.positive("pillarHeight", height, "m");
      if (!(thicknessMeters <= height)) {
        throw tooThick(
            "the pillar height of " + Quantity.print(height, Dimension.LENGTH), thicknessMeters);
      }
    });
  }

  /** A layer in a pillar of unknown height. */
  public FreeLayer(
      double majorAxisMeters,
      double minorAxisMeters,
      double thicknessMeters,
      double saturationMagnetisationAmperesPerMeter,
      double interfaceAnisotropyJoulesPerSquareMeter,
      double damping,
      Optional<DemagnetisingFactors> demagnetising) {
    this(
        majorAxisMeters,
        minorAxisMeters,
        thicknessMeters,
        saturationMagnetisationAmperesPerMeter,
        interfaceAnisotropyJoulesPerSquareMeter,
        damping,
        demagnetising,
        Optional.empty());
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
    return with(
        saturationMagnetisationAmperesPerMeter, joulesPerSquareMeter, damping, demagnetising);
  }

  /** The same layer with another Gilbert damping. */
  public FreeLayer withDamping(double other) {
    return with(
        saturationMagnetisationAmperesPerMeter,
        interfaceAnisotropyJoulesPerSquareMeter,
        other,
        demagnetising);
  }

  /** The same layer with another magnetisation, in A/m. */
  public FreeLayer withSaturationMagnetisation(double amperesPerMeter) {
    return with(amperesPerMeter, interfaceAnisotropyJoulesPerSquareMeter, damping, demagnetising);
  }

  /** The same layer with its demagnetising factors written down, so that they are computed once. */
  public FreeLayer resolved() {
    return demagnetising.isPresent()
        ? this
        : with(
            saturationMagnetisationAmperesPerMeter,
            interfaceAnisotropyJoulesPerSquareMeter,
            damping,
            Optional.of(demagnetisingFactors()));
  }

  private FreeLayer with(
      double magnetisation,
      double anisotropy,
      double otherDamping,
      Optional<DemagnetisingFactors> factors) {
    return new FreeLayer(
        majorAxisMeters,
        minorAxisMeters,
        thicknessMeters,
        magnetisation,
        anisotropy,
        otherDamping,
        factors,
        pillarHeightMeters);
  }

  private static void range(String name, double meters, double low, double high) {
    if (!(meters >= low && meters <= high)) {
      throw new IllegalArgumentException(
          name
              + " must be between "
              + Quantity.print(low, Dimension.LENGTH)
              + " and "
              + Quantity.print(high, Dimension.LENGTH)
              + ", but was "
              + Quantity.print(meters, Dimension.LENGTH));
    }
  }

  private static IllegalArgumentException tooThick(String limit, double meters) {
    return new IllegalArgumentException(
        "thicknessMeters must be at most "
            + limit
            + ", but was "
            + Quantity.print(meters, Dimension.LENGTH));
  }
}
