package io.spindrift.device.ensemble;

/** The only door to classes that need the vector module; loaded when that is present. */
final class VectorMotions {
  static Float32Motion float32() {
    return new VectorFloat32();
  }

  static Float64Motion float64() {
    return new VectorFloat64();
  }

  static double fusedPerCpuSecond(int bits) {
    return FusedPeak.perCpuSecond() * Float.SIZE / bits;
  }

  private VectorMotions() {}
}
