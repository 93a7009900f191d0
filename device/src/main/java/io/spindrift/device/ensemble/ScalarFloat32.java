package io.spindrift.device.ensemble;

/** The single-precision hot loops one trajectory at a time, for machines without vectors. */
final class ScalarFloat32 implements Float32Motion {
  @Override
  public void words(Float32Spins spins) {
    int size = spins.size;
    int[] draw = new int[3];
    for (int j = 0; j < size; j++) {
      for (int at = j; at < spins.angles.length; at += 2 * size) {
        for (int k = 0; k < 3; k++) {
          draw[k] = next(spins, j);
        }
        spins.words[at] = draw[0];
        spins.words[at + size] = draw[1];
        spins.angles[at] = draw[2];
        spins.angles[at + size] = draw[2] << 16 | Float32Gauss.HALF_OF_LOW_ANGLE;
      }
    }
  }

  /** The next word of xoshiro128+. */
  private static int next(Float32Spins spins, int j) {
    int s0 = spins.s0[j];
    int s1 = spins.s1[j];
    int s2 = spins.s2[j] ^ s0;
    int s3 = spins.s3[j] ^ s1;
    spins.s1[j] = s1 ^ s2;
    spins.s0[j] = s0 ^ s3;
    spins.s2[j] = s2 ^ (s1 << 9);
    int word = s0 + (s3 ^ s1);
    spins.s3[j] = Integer.rotateLeft(s3, 11);
    return word;
  }

  @Override
  public void radii(int[] words, float[] radius) {
    for (int i = 0; i < words.length; i++) {
      float u =
          Math.fma(
              (float) (words[i] & Integer.MAX_VALUE), Float32Gauss.UNIT, Float32Gauss.HALF_UNIT);
      int bits = Float.floatToRawIntBits(u) - Float32Gauss.ROOT_HALF_BITS;
      float e = bits >> 23;
      float f =
          Float.intBitsToFloat((bits & Float32Gauss.MANTISSA) + Float32Gauss.ROOT_HALF_BITS) - 1f;
      float p = Math.fma(Float32Gauss.L6, f, Float32Gauss.L5);
      p = Math.fma(p, f, Float32Gauss.L4);
      p = Math.fma(p, f, Float32Gauss.L3);
      p = Math.fma(p, f, Float32Gauss.L2);
      p = Math.fma(p, f, Float32Gauss.L1);
      p = Math.fma(p, f, Float32Gauss.L0);
      radius[i] = (float) Math.sqrt(Math.fma(e, Float32Gauss.MINUS_TWO_LN_2, p * f));
    }
  }

  @Override
  public void turn(int[] words, int[] angles, float[] radius, float[] noise) {
    int half = radius.length;
    for (int i = 0; i < half; i++) {
      float t = angles[i] * Float32Gauss.UNIT;
      float y = t * t;
      float cosine = Math.fma(Float32Gauss.C4, y, Float32Gauss.C3);
      cosine = Math.fma(cosine, y, Float32Gauss.C2);
      cosine = Math.fma(cosine, y, Float32Gauss.C1);
      cosine = Math.fma(cosine, y, Float32Gauss.C0);
      float sine = Math.fma(Float32Gauss.S3, y, Float32Gauss.S2);
      sine = Math.fma(sine, y, Float32Gauss.S1);
      sine = Math.fma(sine, y, Float32Gauss.S0);
      float r = radius[i];
      noise[i] = r * t * sine;
      int bits = Float.floatToRawIntBits(r * cosine) ^ (words[i] & Integer.MIN_VALUE);
      noise[half + i] = Float.intBitsToFloat(bits);
    }
  }

  @Override
  public void predict(Float32Spins spins, Float32Field field, int noiseAt) {
    float[] noise = spins.noise;
    int size = spins.size;
    float a = field.alpha();
    for (int j = 0; j < size; j++) {
      float mx = spins.mx[j];
      float my = spins.my[j];
      float mz = spins.mz[j];
      float cx = Math.fma(noise[noiseAt + j], field.sigma(), field.bx());
      float cy = Math.fma(noise[noiseAt + size + j], field.sigma(), field.by());
      float cz = Math.fma(noise[noiseAt + 2 * size + j], field.sigma(), field.bz());
      noise[noiseAt + j] = cx;
      noise[noiseAt + size + j] = cy;
      noise[noiseAt + 2 * size + j] = cz;
      float ex = Math.fma(field.twist(), my, cx);
      float ey = Math.fma(field.twist(), -mx, Math.fma(field.ky(), my, cy));
      float ez = Math.fma(field.kz(), mz, cz);
      float qx = Math.fma(a, Math.fma(my, ez, -mz * ey), ex);
      float qy = Math.fma(a, Math.fma(mz, ex, -mx * ez), ey);
      float qz = Math.fma(a, Math.fma(mx, ey, -my * ex), ez);
      spins.nx[j] = Math.fma(mz, qy, Math.fma(-my, qz, mx));
      spins.ny[j] = Math.fma(mx, qz, Math.fma(-mz, qx, my));
      spins.nz[j] = Math.fma(my, qx, Math.fma(-mx, qy, mz));
    }
  }

  @Override
  public void correct(Float32Spins spins, Float32Field field, int noiseAt) {
    float[] noise = spins.noise;
    int size = spins.size;
    float a = field.alpha();
    for (int j = 0; j < size; j++) {
      float nx = spins.nx[j];
      float ny = spins.ny[j];
      float nz = spins.nz[j];
      float ex = Math.fma(field.twist(), ny, noise[noiseAt + j]);
      float ey = Math.fma(field.ky(), ny, noise[noiseAt + size + j]);
      ey = Math.fma(field.twist(), -nx, ey);
      float ez = Math.fma(field.kz(), nz, noise[noiseAt + 2 * size + j]);
      float qx = Math.fma(a, Math.fma(ny, ez, -nz * ey), ex);
      float qy = Math.fma(a, Math.fma(nz, ex, -nx * ez), ey);
      float qz = Math.fma(a, Math.fma(nx, ey, -ny * ex), ez);
      float rx = Math.fma(nz, qy, Math.fma(-ny, qz, nx + spins.mx[j]));
      float ry = Math.fma(nx, qz, Math.fma(-nz, qx, ny + spins.my[j]));
      float rz = Math.fma(ny, qx, Math.fma(-nx, qy, nz + spins.mz[j]));
      float n2 = Math.fma(rx, rx, Math.fma(ry, ry, rz * rz));
      float scale = Math.fma(Math.fma(n2, Float32Field.N2, Float32Field.N1), n2, Float32Field.N0);
      spins.mx[j] = rx * scale;
      spins.my[j] = ry * scale;
      spins.mz[j] = rz * scale;
    }
  }
}
