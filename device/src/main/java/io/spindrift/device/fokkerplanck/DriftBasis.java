package io.spindrift.device.fokkerplanck;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.Constants;
import java.util.ArrayList;
import java.util.List;

/**
 * The Fokker-Planck generator of every linear field as a sum of fixed sparse operators.
 *
 * <p>The noise-free motion is a rotation, dm/dt = omega x m with omega = gamma/(1 + alpha^2) (B +
 * alpha m x B). With R = m x grad the divergence of a probability current is div(p omega x m) =
 * sum_i R_i (omega_i p), so that
 *
 * <pre>
 *   dp/dt = -sum_i R_i (omega_i p) + D R.R p
 * </pre>
 *
 * omega is a polynomial of degree two in m and linear in the parameters of the field, hence one
 * operator for each parameter, made once per resolution: products of {@link AngularOperators} two
 * degrees beyond the last and then cut, which makes the Galerkin projection exact. A slope common
 * to all axes turns nothing and is left out. R writes no l = 0, so that probability is conserved to
 * the last bit. Immutable.
 */
final class DriftBasis {
  private static final int PADDING = 2;
  private static final double ROUND_OFF = 1e-12;

  /** One operator with bounds of its antisymmetric and symmetric parts. */
  private record Piece(HarmonicOperator operator, double turning, double spreading) {}

  private final HarmonicLayout layout;
  private final List<Piece> pieces = new ArrayList<>();

  DriftBasis(int degree) {
    this.layout = new HarmonicLayout(degree);
    HarmonicLayout wide = new HarmonicLayout(degree + PADDING);
    AngularOperators a = new AngularOperators(wide);
    HarmonicOperator rx = a.rotationX();
    HarmonicOperator ry = a.rotationY();
    HarmonicOperator rz = a.rotationZ();
    HarmonicOperator xy = a.x().times(a.y());
    HarmonicOperator yz = a.y().times(a.z());
    HarmonicOperator zx = a.z().times(a.x());
    // Precession: omega = B. Parameters bx, by, bz, kz - (kx+ky)/2, (kx-ky)/2.
    keep(rx);
    keep(ry);
    keep(rz);
    keep(rz.times(a.z()));
    keep(rx.times(a.x()).plus(-1, ry.times(a.y())));
    // Damping: omega = m x B, in the same order.
    keep(ry.times(a.z()).plus(-1, rz.times(a.y())));
    keep(rz.times(a.x()).plus(-1, rx.times(a.z())));
    keep(rx.times(a.y()).plus(-1, ry.times(a.x())));
    keep(rx.times(yz).plus(-1, ry.times(zx)));
    keep(ry.times(zx).plus(1, rx.times(yz)).plus(-2, rz.times(xy)));
    keep(a.laplacian());
  }

  private void keep(HarmonicOperator wide) {
    HarmonicOperator operator = wide.restrictedTo(layout, ROUND_OFF);
    HarmonicOperator transposed = operator.transposed();
    pieces.add(
        new Piece(
            operator,
            operator.plus(-1, transposed).rowSumNorm() / 2,
            operator.plus(1, transposed).rowSumNorm() / 2));
  }

  HarmonicLayout layout() {
    return layout;
  }

  /**
   * The generator of p in a field.
   *
   * @param field deterministic field, spin-transfer torque included
   * @param damping Gilbert damping alpha
   * @param diffusionPerSecond rotational diffusion coefficient D
   */
  Generator generator(LinearField field, double damping, double diffusionPerSecond) {
    double rate = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA / (1 + damping * damping);
    double axial = field.kz() - 0.5 * (field.kx() + field.ky());
    double across = 0.5 * (field.kx() - field.ky());
    // B = twist m x z turns like the damping of a field along z; its damping like a field along -z.
    double[] weights = {
      -rate * field.bx(),
      -rate * field.by(),
      -rate * (field.bz() - damping * field.twist()),
      -rate * axial,
      -rate * across,
      -rate * damping * field.bx(),
      -rate * damping * field.by(),
      -rate * (damping * field.bz() + field.twist()),
      -rate * damping * axial,
      -rate * damping * across,
      diffusionPerSecond
    };
    HarmonicOperator sum = new HarmonicOperator(layout);
    double turning = 0;
    double spreading = 0;
    for (int i = 0; i < weights.length; i++) {
      Piece piece = pieces.get(i);
      if (weights[i] != 0) {
        sum.addScaled(weights[i], piece.operator());
        turning += Math.abs(weights[i]) * piece.turning();
        if (i < weights.length - 1) {
          spreading += Math.abs(weights[i]) * piece.spreading();
        }
      }
    }
    double decay = diffusionPerSecond * layout.degree() * (layout.degree() + 1.0);
    return new Generator(sum, turning, -decay - spreading, spreading);
  }
}
