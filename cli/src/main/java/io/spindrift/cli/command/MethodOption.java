package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --method}: how P(switch) of a macrospin is found. */
final class MethodOption {
  private static final String SAMPLED = "macrospin";
  private static final String COMPUTED = "fokker-planck";

  @Option(
      names = "--method",
      paramLabel = "macrospin|fokker-planck",
      description =
          "Sample trajectories (macrospin, the default) or carry the probability density"
              + " (fokker-planck).")
  private @Nullable String method;

  /** Whether the option was given. */
  boolean given() {
    return method != null;
  }

  /** Whether trajectories are sampled. */
  boolean samples() {
    return method == null || samples(method);
  }

  /** Whether the method of this name samples trajectories. */
  static boolean samples(String method) {
    if (!method.equals(SAMPLED) && !method.equals(COMPUTED)) {
      throw new UnusableInput(
          "--method must be " + SAMPLED + " or " + COMPUTED + ", but was '" + method + "'");
    }
    return method.equals(SAMPLED);
  }

  /** The name of the method. */
  String name() {
    return samples() ? SAMPLED : COMPUTED;
  }

  /** What the error of a point is. */
  String errorName() {
    return samples() ? "standard error" : "numerical error";
  }
}
