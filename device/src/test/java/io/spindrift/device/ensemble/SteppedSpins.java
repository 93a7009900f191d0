package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.Constants;

/** Spins whose noise a test chooses, for each way to take a step. */
interface SteppedSpins {
  /** Puts a spin at a unit vector. */
  void start(int index, double x, double y, double z);

  /** One step of all spins; the noise of spin i is h[i], in standard deviations. */
  void step(Segment segment, double[][] h);

  /** The magnetisation of a spin. */
  double[] m(int index);

  /** The ways to take a step, by name. */
  static SteppedSpins of(String way, double damping, int size) {
    return switch (way) {
      case "float32 vector" -> new Single(new VectorFloat32(), damping, size);
      case "float32 scalar" -> new Single(new ScalarFloat32(), damping, size);
      case "float64 vector" -> new Twice(new VectorFloat64(), damping, size);
      case "float64 scalar" -> new Twice(new ScalarFloat64(), damping, size);
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** Single precision. */
  record Single(Float32Motion motion, double damping, Float32Spins spins) implements SteppedSpins {
    Single(Float32Motion motion, double damping, int size) {
      this(motion, damping, new Float32Spins(Math.ceilDiv(size, 16) * 16));
    }

    @Override
    public void start(int index, double x, double y, double z) {
      spins.mx[index] = (float) x;
      spins.my[index] = (float) y;
      spins.mz[index] = (float) z;
    }

    @Override
    public void step(Segment segment, double[][] h) {
      for (int i = 0; i < h.length; i++) {
        for (int k = 0; k < 3; k++) {
          spins.noise[k * spins.size + i] = (float) h[i][k];
        }
      }
      Float32Field field = Float32Field.of(segment, damping);
      motion.predict(spins, field, 0);
      motion.correct(spins, field, 0);
    }

    @Override
    public double[] m(int index) {
      return new double[] {spins.mx[index], spins.my[index], spins.mz[index]};
    }
  }

  /** Double precision. */
  record Twice(Float64Motion motion, double damping, Float64Spins spins) implements SteppedSpins {
    Twice(Float64Motion motion, double damping, int size) {
      this(motion, damping, new Float64Spins(Math.ceilDiv(size, 16) * 16));
    }

    @Override
    public void start(int index, double x, double y, double z) {
      spins.mx[index] = x;
      spins.my[index] = y;
      spins.mz[index] = z;
    }

    @Override
    public void step(Segment segment, double[][] h) {
      for (int i = 0; i < h.length; i++) {
        for (int k = 0; k < 3; k++) {
          spins.noise[k * spins.size + i] = h[i][k];
        }
      }
      Float64Field field = Float64Field.of(segment, damping);
      motion.predict(spins, field, 0);
      motion.correct(spins, field, 0);
    }

    @Override
    public double[] m(int index) {
      return new double[] {spins.mx[index], spins.my[index], spins.mz[index]};
    }
  }

  /** The largest difference to the plain stepper after one noise-free step of a segment. */
  static double[] reference(Segment segment, double damping, double[] m) {
    HeunStepper spin = new HeunStepper(damping);
    spin.start(m[0], m[1], m[2]);
    spin.drive(segment.field(), segment.stepSeconds(), 0);
    spin.advanceWithoutNoise(1);
    return new double[] {spin.mx(), spin.my(), spin.mz()};
  }

  /** gamma, the gyromagnetic ratio. */
  static double gamma() {
    return Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
  }
}
