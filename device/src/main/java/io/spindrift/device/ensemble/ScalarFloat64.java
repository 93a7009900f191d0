package io.spindrift.device.ensemble;

/** The double-precision hot loops one trajectory at a time, for machines without vectors. */
final class ScalarFloat64 implements Float64Motion {
  @Override
  public void words(Float64Spins spins) {
    for (int j = 0; j < spins.size; j++) {
      long s0 = spins.s0[j];
      long s1 = spins.s1[j];
      for (int at = j; at < spins.words.length; at += spins.size) {
        spins.words[at] = s0 + s1;
        long t = s1 ^ s0;
        s0 = Long.rotateLeft(s0, 24) ^ t ^ (t << 16);
        s1 = Long.rotateLeft(t, 37);
      }
      spins.s0[j] = s0;
      spins.s1[j] = s1;
    }
  }

  @Override
  public void radii(long[] words, double[] radius) {
    for (int i = 0; i < words.length; i++) {
      double u = 2 - Double.longBitsToDouble((words[i] >>> 12) | Float64Gauss.ONE_BITS);
      long bits = Double.doubleToRawLongBits(u) + Float64Gauss.ONE_LESS_ROOT_HALF;
      double e =
          Double.longBitsToDouble((bits >>> 52) | Float64Gauss.INTEGER_BITS)
              - Float64Gauss.INTEGER_BIAS;
      double f =
          Double.longBitsToDouble((bits & Float64Gauss.MANTISSA) + Float64Gauss.ROOT_HALF_BITS) - 1;
      double p = Math.fma(Float64Gauss.L11, f, Float64Gauss.L10);
      p = Math.fma(p, f, Float64Gauss.L9);
      p = Math.fma(p, f, Float64Gauss.L8);
      p = Math.fma(p, f, Float64Gauss.L7);
      p = Math.fma(p, f, Float64Gauss.L6);
      p = Math.fma(p, f, Float64Gauss.L5);
      p = Math.fma(p, f, Float64Gauss.L4);
      p = Math.fma(p, f, Float64Gauss.L3);
      p = Math.fma(p, f, Float64Gauss.L2);
      p = Math.fma(p, f, Float64Gauss.L1);
      p = Math.fma(p, f, Float64Gauss.L0);
      radius[i] = Math.sqrt(Math.fma(e, Float64Gauss.MINUS_TWO_LN_2, p * f));
    }
  }

  @Override
  public void turn(long[] words, double[] radius, double[] noise) {
    int half = radius.length;
    for (int i = 0; i < half; i++) {
      long word = words[i];
      double v =
          Double.longBitsToDouble(((word << 28) & Float64Gauss.MANTISSA) | Float64Gauss.ONE_BITS);
      double t = Math.fma(v, 2, -3);
      double y = t * t;
      double cosine = Math.fma(Float64Gauss.C5, y, Float64Gauss.C4);
      cosine = Math.fma(cosine, y, Float64Gauss.C3);
      cosine = Math.fma(cosine, y, Float64Gauss.C2);
      cosine = Math.fma(cosine, y, Float64Gauss.C1);
      cosine = Math.fma(cosine, y, Float64Gauss.C0);
      double sine = Math.fma(Float64Gauss.S5, y, Float64Gauss.S4);
      sine = Math.fma(sine, y, Float64Gauss.S3);
      sine = Math.fma(sine, y, Float64Gauss.S2);
      sine = Math.fma(sine, y, Float64Gauss.S1);
      sine = Math.fma(sine, y, Float64Gauss.S0);
      double r = radius[i];
      noise[i] = r * t * sine;
      long bits = Double.doubleToRawLongBits(r * cosine) ^ ((word << 39) & Long.MIN_VALUE);
      noise[half + i] = Double.longBitsToDouble(bits);
    }
  }

  @Override
  public void predict(Float64Spins spins, Float64Field field, int noiseAt) {
    double[] noise = spins.noise;
    int size = spins.size;
    double a = field.alpha();
    for (int j = 0; j < size; j++) {
      double mx = spins.mx[j];
      double my = spins.my[j];
      double mz = spins.mz[j];
      double cx = Math.fma(noise[noiseAt + j], field.sigma(), field.bx());
      double cy = Math.fma(noise[noiseAt + size + j], field.sigma(), field.by());
      double cz = Math.fma(noise[noiseAt + 2 * size + j], field.sigma(), field.bz());
      noise[noiseAt + j] = cx;
      noise[noiseAt + size + j] = cy;
      noise[noiseAt + 2 * size + j] = cz;
      double ex = Math.fma(field.twist(), my, cx);
      double ey = Math.fma(field.twist(), -mx, Math.fma(field.ky(), my, cy));
      double ez = Math.fma(field.kz(), mz, cz);
      double qx = Math.fma(a, Math.fma(my, ez, -mz * ey), ex);
      double qy = Math.fma(a, Math.fma(mz, ex, -mx * ez), ey);
      double qz = Math.fma(a, Math.fma(mx, ey, -my * ex), ez);
      spins.nx[j] = Math.fma(mz, qy, Math.fma(-my, qz, mx));
      spins.ny[j] = Math.fma(mx, qz, Math.fma(-mz, qx, my));
      spins.nz[j] = Math.fma(my, qx, Math.fma(-mx, qy, mz));
    }
  }

  @Override
  public void correct(Float64Spins spins, Float64Field field, int noiseAt) {
    double[] noise = spins.noise;
    int size = spins.size;
    double a = field.alpha();
    for (int j = 0; j < size; j++) {
      double nx = spins.nx[j];
      double ny = spins.ny[j];
      double nz = spins.nz[j];
      double ex = Math.fma(field.twist(), ny, noise[noiseAt + j]);
      double ey = Math.fma(field.ky(), ny, noise[noiseAt + size + j]);
      ey = Math.fma(field.twist(), -nx, ey);
      double ez = Math.fma(field.kz(), nz, noise[noiseAt + 2 * size + j]);
      double qx = Math.fma(a, Math.fma(ny, ez, -nz * ey), ex);
      double qy = Math.fma(a, Math.fma(nz, ex, -nx * ez), ey);
      double qz = Math.fma(a, Math.fma(nx, ey, -ny * ex), ez);
      double rx = Math.fma(nz, qy, Math.fma(-ny, qz, nx + spins.mx[j]));
      double ry = Math.fma(nx, qz, Math.fma(-nz, qx, ny + spins.my[j]));
      double rz = Math.fma(ny, qx, Math.fma(-nx, qy, nz + spins.mz[j]));
      double n2 = Math.fma(rx, rx, Math.fma(ry, ry, rz * rz));
      double scale = Math.fma(Math.fma(n2, Float64Field.N2, Float64Field.N1), n2, Float64Field.N0);
      spins.mx[j] = rx * scale;
      spins.my[j] = ry * scale;
      spins.mz[j] = rz * scale;
    }
  }
}
