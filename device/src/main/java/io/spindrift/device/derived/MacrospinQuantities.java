package io.spindrift.device.derived;

import io.spindrift.device.spec.DemagnetisingFactors;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;

/** Geometry, magnetism, tunnel current and pulse of a macrospin device, in this order. */
final class MacrospinQuantities {
  static List<DerivedQuantity> of(MacrospinDevice given, double temperatureKelvin) {
    MacrospinDevice device = given.withFreeLayer(given.freeLayer().resolved());
    QuantityCollector list = new QuantityCollector();
    geometry(list, device.freeLayer());
    if (device.temperatureLaws().isPresent()) {
      atTemperature(list, device.atTemperature(temperatureKelvin));
    }
    MagneticQuantities.add(list, device, temperatureKelvin);
    CurrentQuantities.add(list, device, temperatureKelvin);
    return list.all();
  }

  private static void geometry(QuantityCollector list, FreeLayer layer) {
    list.add("areaSquareMeters", "area", layer.areaSquareMeters(), Dimension.AREA, "");
    list.add(
        "volumeCubicMeters",
        "volume of the free layer",
        layer.volumeCubicMeters(),
        Dimension.VOLUME,
        "");
    DemagnetisingFactors n = layer.demagnetisingFactors();
    list.add("demagnetisingX", "demagnetising factor, x", n.x(), Dimension.NONE, "");
    list.add("demagnetisingY", "demagnetising factor, y", n.y(), Dimension.NONE, "");
    list.add("demagnetisingZ", "demagnetising factor, z", n.z(), Dimension.NONE, "");
  }

  private static void atTemperature(QuantityCollector list, MacrospinDevice warm) {
    FreeLayer layer = warm.freeLayer();
    TunnelBarrier barrier = warm.barrier();
    list.add(
        "saturationMagnetisationAmperesPerMeter",
        "magnetisation at this temperature",
        layer.saturationMagnetisationAmperesPerMeter(),
        Dimension.MAGNETISATION,
        "temperature laws");
    list.add(
        "interfaceAnisotropyJoulesPerSquareMeter",
        "interface anisotropy at this temperature",
        layer.interfaceAnisotropyJoulesPerSquareMeter(),
        Dimension.AREAL_ENERGY,
        "temperature laws");
    list.add(
        "vcmaCoefficientJoulesPerVoltMeter",
        "VCMA coefficient at this temperature",
        barrier.vcmaCoefficientJoulesPerVoltMeter(),
        Dimension.VCMA,
        "temperature laws");
  }

  private MacrospinQuantities() {}
}
