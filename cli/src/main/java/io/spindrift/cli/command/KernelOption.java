package io.spindrift.cli.command;

import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.ensemble.Kernels;
import io.spindrift.numerics.UnusableInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --kernel}: how trajectories are computed. */
final class KernelOption {
  @Option(
      names = "--kernel",
      paramLabel = "KERNEL",
      description =
          "How trajectories are computed: reference (plain, double precision), float64 or float32"
              + " (vector instructions); the default is float32.")
  private @Nullable String kernel;

  /** Whether the option was given. */
  boolean given() {
    return kernel != null;
  }

  /** The kernel that was given, or single precision. */
  Kernel kernel() {
    if (kernel == null) {
      return Kernel.FLOAT32;
    }
    for (Kernel one : Kernel.values()) {
      if (one.label().equals(kernel)) {
        return one;
      }
    }
    throw new UnusableInput(
        "--kernel must be "
            + Arrays.stream(Kernel.values()).map(Kernel::label).collect(Collectors.joining(" or "))
            + ", but was "
            + kernel);
  }

  /** Tells once when vector instructions cannot be used. */
  void warn(Session session) {
    Kernels.warning(kernel()).ifPresent(session.err()::println);
  }
}
