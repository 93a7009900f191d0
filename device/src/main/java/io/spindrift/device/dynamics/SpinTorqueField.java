package io.spindrift.device.dynamics;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SpinTorque;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.Constants;

/**
 * Spin-transfer torque of the tunnel current as a field: B = a (m x p) + b p, p = +z.
 *
 * <pre>
 *   a(V) = efficiency (hbar/2e) eta(V) G0(V) V/(Ms V_f),   b(V) = fieldLikeRatio a(V)
 * </pre>
 *
 * hbar reduced Planck constant, e elementary charge, eta polarisation, G0 mean conductance of both
 * states, V voltage across the barrier, Ms magnetisation, V_f volume of the free layer; a in tesla.
 * At fixed voltage the factor 1 + eta^2 cos theta of the conductance cancels against that of
 * Slonczewski's torque per current, so that a does not depend on the angle. In the Landau-Lifshitz
 * equation the field gives exactly the Gilbert equation with the torques -gamma m x (a m x p + b
 * p): a positive a pulls m towards p. Slonczewski, Phys. Rev. B 71, 024411 (2005); Slonczewski and
 * Sun, J. Magn. Magn. Mater. 310, 169 (2007): torkance (hbar/4e) (2 eta/(1 + eta^2)) G_P sin theta.
 * The chord conductance stands for the differential one.
 *
 * <p>eta is that of the magnetoresistance at the bias, or the one that the device states for its
 * torque. Torque measured in CoFeB/MgO junctions stays large where the magnetoresistance falls with
 * bias, Sankey et al., Nat. Phys. 4, 67 (2008), arXiv:0705.4207.
 */
public final class SpinTorqueField {
  /** The torque of a device at a voltage across its barrier. */
  static LinearField of(MacrospinDevice device, SpinTorque torque, double voltageVolts) {
    double dampingLike = torque.efficiency() * symmetricTesla(device, voltageVolts);
    return new LinearField(0, 0, torque.fieldLikeRatio() * dampingLike, 0, 0, 0, dampingLike);
  }

  /** The damping-like field of a symmetric junction, in tesla: a(V) at efficiency 1. */
  public static double symmetricTesla(MacrospinDevice device, double voltageVolts) {
    JunctionConductance conductance = JunctionConductance.of(device);
    double polarisation =
        device
            .spinTorque()
            .flatMap(SpinTorque::polarisation)
            .orElseGet(() -> conductance.polarisation(voltageVolts));
    return Constants.REDUCED_PLANCK_JOULE_SECONDS
        / (2 * Constants.ELEMENTARY_CHARGE_COULOMBS)
        * polarisation
        * conductance.meanSiemens(voltageVolts)
        * voltageVolts
        / device.freeLayer().momentAmpereSquareMeters();
  }

  private SpinTorqueField() {}
}
