package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import java.util.Optional;

/**
 * Spin-transfer torque of the current through the barrier, fixed layer along +z.
 *
 * @param efficiency damping-like torque over that of the symmetric junction; its sign says which
 *     state a positive voltage favours: positive the parallel, negative the antiparallel one
 * @param fieldLikeRatio field-like over damping-like field
 * @param polarisation polarisation of the current that makes the torque, at every bias; that of the
 *     magnetoresistance at the bias when absent
 */
public record SpinTorque(
    @Declared(
            says =
                "Damping-like torque over that of a symmetric junction; positive: a positive"
                    + " voltage favours the parallel state",
            defaultValue = "1",
            min = -10,
            max = 10)
        double efficiency,
    @Declared(says = "Field-like over damping-like field", defaultValue = "0", min = -10, max = 10)
        double fieldLikeRatio,
    @Declared(
            says = "Polarisation behind the torque at every bias; that of the TMR when absent",
            min = 0,
            max = 1)
        Optional<Double> polarisation) {

  /** A torque whose polarisation is that of the magnetoresistance at the bias. */
  public SpinTorque(double efficiency, double fieldLikeRatio) {
    this(efficiency, fieldLikeRatio, Optional.empty());
  }

  /** Checks every number. */
  public SpinTorque {
    polarisation.ifPresent(share -> Require.inRange("polarisation", share, 0, 1, ""));
    Require.inRange("efficiency", efficiency, -10, 10, "");
    Require.inRange("fieldLikeRatio", fieldLikeRatio, -10, 10, "");
  }
}
