package io.spindrift.device.ensemble;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.vector.VectorModule;
import java.util.Optional;

/**
 * Where ensembles come from: vector loops when the vector module is present, else their scalar
 * twins, which give the same bits more slowly.
 */
public final class Kernels {
  private static final String MODULE = VectorModule.NAME;
  private static final boolean VECTORS = VectorModule.isPresent();

  /** What to tell a user once when a kernel cannot use the machine's vectors. */
  public static Optional<String> warning(Kernel kernel) {
    return VECTORS || kernel == Kernel.REFERENCE
        ? Optional.empty()
        : Optional.of(
            "kernel "
                + kernel.label()
                + " runs without vector instructions, many times slower, because the module "
                + MODULE
                + " is absent; start Java with --add-modules "
                + MODULE);
  }

  /** Bits of a vector register, 64 when vectors are absent. */
  public static int vectorBits() {
    return VectorModule.bits();
  }

  /**
   * A new ensemble of spins, all along +z until started.
   *
   * @param kernel how it is computed
   * @param damping Gilbert damping, alpha
   * @param size number of spins
   */
  public static SpinEnsemble ensemble(Kernel kernel, double damping, int size) {
    Require.notNegative("damping", damping, "");
    Require.atLeast("ensemble size", size, 1);
    return switch (kernel) {
      case REFERENCE -> new ReferenceEnsemble(damping, size);
      case FLOAT64 -> new Float64Ensemble(damping, size, float64());
      case FLOAT32 -> new Float32Ensemble(damping, size, float32());
    };
  }

  /**
   * The number of spins at which a kernel is fastest: its arrays fit the first-level cache and its
   * loops are long against their preparation. It changes no result.
   */
  public static int bestSize(Kernel kernel) {
    return switch (kernel) {
      case REFERENCE -> 16;
      case FLOAT64 -> 128;
      case FLOAT32 -> 256;
    };
  }

  /** Fused multiply-adds per processor second on numbers of {@code bits}; NaN without vectors. */
  static double fusedPerCpuSecond(int bits) {
    return VECTORS ? VectorMotions.fusedPerCpuSecond(bits) : Double.NaN;
  }

  static Float32Motion float32() {
    return VECTORS ? VectorMotions.float32() : new ScalarFloat32();
  }

  static Float64Motion float64() {
    return VECTORS ? VectorMotions.float64() : new ScalarFloat64();
  }

  private Kernels() {}
}
