package io.spindrift.device.switching;

import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MacrospinSpread;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Draws one device of a population: each varied parameter is its mean times 1 + sigma z.
 *
 * <p>z is standard normal, held within three sigma, keyed by the index of the device. Given
 * demagnetising factors stay as given when the diameter varies.
 */
final class DeviceVariation {
  private static final double LIMIT = 3;

  static MacrospinDevice of(MacrospinDevice mean, StreamKey variation, long index) {
    MacrospinSpread spread = mean.spread();
    FreeLayer layer = mean.freeLayer();
    TunnelBarrier barrier = mean.barrier();
    RandomStream random = variation.purpose("parameters").at(index).open();
    double anisotropy = factor(random, spread.interfaceAnisotropy());
    double vcma = factor(random, spread.vcmaCoefficient());
    double diameter = factor(random, spread.diameter());
    return mean.withFreeLayer(
            new FreeLayer(
                layer.majorAxisMeters() * diameter,
                layer.minorAxisMeters() * diameter,
                layer.thicknessMeters(),
                layer.saturationMagnetisationAmperesPerMeter(),
                layer.interfaceAnisotropyJoulesPerSquareMeter() * anisotropy,
                layer.damping(),
                layer.demagnetising(),
                layer.pillarHeightMeters()))
        .withBarrier(
            barrier.withVcmaCoefficient(barrier.vcmaCoefficientJoulesPerVoltMeter() * vcma));
  }

  static double factor(RandomStream random, double relativeSigma) {
    return 1 + relativeSigma * Math.clamp(random.nextGaussian(), -LIMIT, LIMIT);
  }

  private DeviceVariation() {}
}
