package io.spindrift.device.landscape;

import io.spindrift.device.dynamics.LinearField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Every stationary point of the energy of a macrospin, without a search.
 *
 * <p>E/(Ms V) = -b.m - m.K m/2 with K diagonal is stationary on the sphere where the field points
 * along the moment, b + K m = lambda m. So m_i = b_i/(lambda - k_i), and |m| = 1 asks for
 *
 * <pre>
 *   f(lambda) = sum_i b_i^2/(lambda - k_i)^2 - 1 = 0
 * </pre>
 *
 * <p>f has a pole at each k_i whose b_i is not zero and is convex between poles: one root outside
 * on either side, none or two in every gap, each bracketed. Along an axis with b_i = 0 there are in
 * addition the points with lambda = k_i and m_i = +-sqrt(1 - the rest), which form a ring when two
 * such axes have the same slope. A Newton step on the sphere removes what bisection left.
 */
final class StationaryPoints {
  private static final double SAME = 1e-11;
  private static final int HALVINGS = 200;

  private final LinearField field;
  private final double[] b;
  private final double[] k;
  private final double scale;
  private final List<StationaryPoint> found = new ArrayList<>();

  static List<StationaryPoint> of(LinearField field) {
    StationaryPoints search = new StationaryPoints(field);
    search.rootsOutsideAndBetween();
    search.pointsOnFreeAxes();
    return List.copyOf(search.found);
  }

  private StationaryPoints(LinearField field) {
    this.field = field;
    this.b = new double[] {field.bx(), field.by(), field.bz()};
    this.k = new double[] {field.kx(), field.ky(), field.kz()};
    double size = 0;
    for (int i = 0; i < 3; i++) {
      size = Math.max(size, Math.max(Math.abs(b[i]), Math.abs(k[i] - k[(i + 1) % 3])));
    }
    this.scale = size;
  }

  private void rootsOutsideAndBetween() {
    double[] poles =
        Arrays.stream(new int[] {0, 1, 2}).filter(this::driven).mapToDouble(i -> k[i]).toArray();
    if (poles.length == 0) {
      return;
    }
    Arrays.sort(poles);
    double reach = Math.sqrt(Tangent.dot(b, b)) * (1 + 1e-12);
    add(bisect(this::f, poles[0] - reach, poles[0]));
    double last = poles[poles.length - 1];
    add(bisect(lambda -> -f(lambda), last, last + reach));
    for (int i = 1; i < poles.length; i++) {
      if (poles[i] - poles[i - 1] > SAME * scale) {
        double lowest = bisect(this::slope, poles[i - 1], poles[i]);
        if (f(lowest) < 0) {
          add(bisect(lambda -> -f(lambda), poles[i - 1], lowest));
          add(bisect(this::f, lowest, poles[i]));
        }
      }
    }
  }

  private void pointsOnFreeAxes() {
    for (int i = 0; i < 3; i++) {
      double[] m = new double[3];
      double rest = 1;
      int twin = -1;
      boolean possible = !driven(i);
      for (int j = 0; j < 3 && possible; j++) {
        boolean sameSlope = Math.abs(k[i] - k[j]) <= SAME * scale;
        if (j != i && sameSlope) {
          possible = !driven(j) && j > i;
          twin = j;
        } else if (j != i) {
          m[j] = driven(j) ? b[j] / (k[i] - k[j]) : 0;
          rest -= m[j] * m[j];
        }
      }
      if (possible && rest > SAME) {
        m[i] = Math.sqrt(rest);
        found.add(point(m, twin >= 0));
        if (twin < 0) {
          m[i] = -m[i];
          found.add(point(m, false));
        }
      }
    }
  }

  private boolean driven(int i) {
    return Math.abs(b[i]) > SAME * scale;
  }

  private double f(double lambda) {
    double sum = -1;
    for (int i = 0; i < 3; i++) {
      if (driven(i)) {
        double ratio = b[i] / (lambda - k[i]);
        sum += ratio * ratio;
      }
    }
    return sum;
  }

  private double slope(double lambda) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      if (driven(i)) {
        double distance = lambda - k[i];
        sum -= 2 * b[i] * b[i] / (distance * distance * distance);
      }
    }
    return sum;
  }

  /** The zero of a function that is negative at the low end and positive at the high end. */
  private static double bisect(DoubleUnaryOperator rising, double low, double high) {
    double below = low;
    double above = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (below + above);
      if (middle <= below || middle >= above) {
        break;
      }
      if (rising.applyAsDouble(middle) < 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return 0.5 * (below + above);
  }

  private void add(double lambda) {
    double[] m = new double[3];
    for (int i = 0; i < 3; i++) {
      m[i] = driven(i) ? b[i] / (lambda - k[i]) : 0;
    }
    found.add(point(Tangent.unit(m), false));
  }

  private StationaryPoint point(double[] rough, boolean ring) {
    double[] m = ring ? rough : polished(rough);
    Tangent plane = Tangent.at(field, m);
    return new StationaryPoint(
        m[0],
        m[1],
        m[2],
        field.energyTesla(m[0], m[1], m[2]),
        ring ? ringCurvature(plane) : plane.low(),
        ring ? 0 : plane.high(),
        ring);
  }

  /** The curvature across a ring; along it there is none. */
  private static double ringCurvature(Tangent plane) {
    return Math.abs(plane.low()) > Math.abs(plane.high()) ? plane.low() : plane.high();
  }

  private double[] polished(double[] rough) {
    double[] m = rough;
    for (int i = 0; i < 3; i++) {
      Tangent t = Tangent.at(field, m);
      double determinant = t.ee() * t.ff() - t.ef() * t.ef();
      if (Math.abs(determinant) < 1e-9 * scale * scale) {
        return m;
      }
      double u = (-t.gradientE() * t.ff() + t.gradientF() * t.ef()) / determinant;
      double v = (-t.gradientF() * t.ee() + t.gradientE() * t.ef()) / determinant;
      m = Tangent.moved(m, 1, t.combined(u, v));
    }
    return m;
  }
}
