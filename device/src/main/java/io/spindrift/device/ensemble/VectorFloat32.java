package io.spindrift.device.ensemble;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The single-precision hot loops on vectors; bit for bit those of {@link ScalarFloat32}. */
final class VectorFloat32 implements Float32Motion {
  private static final VectorSpecies<Float> F = VectorLanes.FLOATS;
  private static final VectorSpecies<Integer> I = VectorLanes.INTS;
  private static final int LANES = F.length();

  @Override
  public void words(Float32Spins spins) {
    for (int j = 0; j < spins.size; j += LANES) {
      words(spins, j);
    }
  }

  private static void words(Float32Spins spins, int j) {
    int size = spins.size;
    int[] radii = spins.words;
    int[] angles = spins.angles;
    IntVector s0 = IntVector.fromArray(I, spins.s0, j);
    IntVector s1 = IntVector.fromArray(I, spins.s1, j);
    IntVector s2 = IntVector.fromArray(I, spins.s2, j);
    IntVector s3 = IntVector.fromArray(I, spins.s3, j);
    for (int at = j; at < angles.length; at += 2 * size) {
      s0.add(s3).intoArray(radii, at);
      IntVector t0 = s1.lanewise(VectorOperators.LSHL, 9);
      s2 = s2.lanewise(VectorOperators.XOR, s0);
      s3 = s3.lanewise(VectorOperators.XOR, s1);
      s1 = s1.lanewise(VectorOperators.XOR, s2);
      s0 = s0.lanewise(VectorOperators.XOR, s3);
      s2 = s2.lanewise(VectorOperators.XOR, t0);
      s3 = s3.lanewise(VectorOperators.ROL, 11);
      s0.add(s3).intoArray(radii, at + size);
      IntVector t1 = s1.lanewise(VectorOperators.LSHL, 9);
      s2 = s2.lanewise(VectorOperators.XOR, s0);
      s3 = s3.lanewise(VectorOperators.XOR, s1);
      s1 = s1.lanewise(VectorOperators.XOR, s2);
      s0 = s0.lanewise(VectorOperators.XOR, s3);
      s2 = s2.lanewise(VectorOperators.XOR, t1);
      s3 = s3.lanewise(VectorOperators.ROL, 11);
      IntVector angle = s0.add(s3);
      angle.intoArray(angles, at);
      angle
          .lanewise(VectorOperators.LSHL, 16)
          .lanewise(VectorOperators.OR, Float32Gauss.HALF_OF_LOW_ANGLE)
          .intoArray(angles, at + size);
      IntVector t2 = s1.lanewise(VectorOperators.LSHL, 9);
      s2 = s2.lanewise(VectorOperators.XOR, s0);
      s3 = s3.lanewise(VectorOperators.XOR, s1);
      s1 = s1.lanewise(VectorOperators.XOR, s2);
      s0 = s0.lanewise(VectorOperators.XOR, s3);
      s2 = s2.lanewise(VectorOperators.XOR, t2);
      s3 = s3.lanewise(VectorOperators.ROL, 11);
    }
    s0.intoArray(spins.s0, j);
    s1.intoArray(spins.s1, j);
    s2.intoArray(spins.s2, j);
    s3.intoArray(spins.s3, j);
  }

  @Override
  public void radii(int[] words, float[] radius) {
    for (int i = 0; i < words.length; i += LANES) {
      radius(IntVector.fromArray(I, words, i)).intoArray(radius, i);
    }
  }

  @Override
  public void turn(int[] words, int[] angles, float[] radius, float[] noise) {
    int half = radius.length;
    for (int i = 0; i < half; i += LANES) {
      IntVector angle = IntVector.fromArray(I, angles, i);
      FloatVector r = FloatVector.fromArray(F, radius, i);
      IntVector sign = IntVector.fromArray(I, words, i).and(Integer.MIN_VALUE);
      FloatVector t = ((FloatVector) angle.convert(VectorOperators.I2F, 0)).mul(Float32Gauss.UNIT);
      FloatVector y = t.mul(t);
      FloatVector cosine =
          FloatVector.broadcast(F, Float32Gauss.C4)
              .fma(y, FloatVector.broadcast(F, Float32Gauss.C3))
              .fma(y, FloatVector.broadcast(F, Float32Gauss.C2))
              .fma(y, FloatVector.broadcast(F, Float32Gauss.C1))
              .fma(y, FloatVector.broadcast(F, Float32Gauss.C0));
      FloatVector sine =
          FloatVector.broadcast(F, Float32Gauss.S3)
              .fma(y, FloatVector.broadcast(F, Float32Gauss.S2))
              .fma(y, FloatVector.broadcast(F, Float32Gauss.S1))
              .fma(y, FloatVector.broadcast(F, Float32Gauss.S0));
      r.mul(t).mul(sine).intoArray(noise, i);
      r.mul(cosine)
          .reinterpretAsInts()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsFloats()
          .intoArray(noise, half + i);
    }
  }

  private static FloatVector radius(IntVector word) {
    FloatVector u =
        ((FloatVector) word.and(Integer.MAX_VALUE).convert(VectorOperators.I2F, 0))
            .fma(
                FloatVector.broadcast(F, Float32Gauss.UNIT),
                FloatVector.broadcast(F, Float32Gauss.HALF_UNIT));
    IntVector bits = u.reinterpretAsInts().sub(Float32Gauss.ROOT_HALF_BITS);
    FloatVector e =
        (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
    FloatVector f =
        bits.and(Float32Gauss.MANTISSA)
            .add(Float32Gauss.ROOT_HALF_BITS)
            .reinterpretAsFloats()
            .sub(1f);
    FloatVector p =
        FloatVector.broadcast(F, Float32Gauss.L6)
            .fma(f, FloatVector.broadcast(F, Float32Gauss.L5))
            .fma(f, FloatVector.broadcast(F, Float32Gauss.L4))
            .fma(f, FloatVector.broadcast(F, Float32Gauss.L3))
            .fma(f, FloatVector.broadcast(F, Float32Gauss.L2))
            .fma(f, FloatVector.broadcast(F, Float32Gauss.L1))
            .fma(f, FloatVector.broadcast(F, Float32Gauss.L0))
            .mul(f);
    return e.fma(FloatVector.broadcast(F, Float32Gauss.MINUS_TWO_LN_2), p)
        .lanewise(VectorOperators.SQRT);
  }

  @Override
  public void predict(Float32Spins spins, Float32Field field, int noiseAt) {
    float[] noise = spins.noise;
    int size = spins.size;
    FloatVector sigma = FloatVector.broadcast(F, field.sigma());
    FloatVector bx = FloatVector.broadcast(F, field.bx());
    FloatVector by = FloatVector.broadcast(F, field.by());
    FloatVector bz = FloatVector.broadcast(F, field.bz());
    FloatVector ky = FloatVector.broadcast(F, field.ky());
    FloatVector kz = FloatVector.broadcast(F, field.kz());
    FloatVector alpha = FloatVector.broadcast(F, field.alpha());
    FloatVector twist = FloatVector.broadcast(F, field.twist());
    boolean twisted = field.twist() != 0;
    for (int j = 0; j < size; j += LANES) {
      FloatVector mx = FloatVector.fromArray(F, spins.mx, j);
      FloatVector my = FloatVector.fromArray(F, spins.my, j);
      FloatVector mz = FloatVector.fromArray(F, spins.mz, j);
      FloatVector cx = FloatVector.fromArray(F, noise, noiseAt + j).fma(sigma, bx);
      FloatVector cy = FloatVector.fromArray(F, noise, noiseAt + size + j).fma(sigma, by);
      FloatVector cz = FloatVector.fromArray(F, noise, noiseAt + 2 * size + j).fma(sigma, bz);
      cx.intoArray(noise, noiseAt + j);
      cy.intoArray(noise, noiseAt + size + j);
      cz.intoArray(noise, noiseAt + 2 * size + j);
      FloatVector wx = mx.neg();
      FloatVector wy = my.neg();
      FloatVector wz = mz.neg();
      FloatVector ex = cx;
      FloatVector ey = ky.fma(my, cy);
      FloatVector ez = kz.fma(mz, cz);
      if (twisted) {
        ex = twist.fma(my, ex);
        ey = twist.fma(wx, ey);
      }
      FloatVector qx = alpha.fma(my.fma(ez, wz.mul(ey)), ex);
      FloatVector qy = alpha.fma(mz.fma(ex, wx.mul(ez)), ey);
      FloatVector qz = alpha.fma(mx.fma(ey, wy.mul(ex)), ez);
      mz.fma(qy, wy.fma(qz, mx)).intoArray(spins.nx, j);
      mx.fma(qz, wz.fma(qx, my)).intoArray(spins.ny, j);
      my.fma(qx, wx.fma(qy, mz)).intoArray(spins.nz, j);
    }
  }

  @Override
  public void correct(Float32Spins spins, Float32Field field, int noiseAt) {
    float[] noise = spins.noise;
    int size = spins.size;
    FloatVector ky = FloatVector.broadcast(F, field.ky());
    FloatVector kz = FloatVector.broadcast(F, field.kz());
    FloatVector alpha = FloatVector.broadcast(F, field.alpha());
    FloatVector twist = FloatVector.broadcast(F, field.twist());
    boolean twisted = field.twist() != 0;
    for (int j = 0; j < size; j += LANES) {
      FloatVector nx = FloatVector.fromArray(F, spins.nx, j);
      FloatVector ny = FloatVector.fromArray(F, spins.ny, j);
      FloatVector nz = FloatVector.fromArray(F, spins.nz, j);
      FloatVector wx = nx.neg();
      FloatVector wy = ny.neg();
      FloatVector wz = nz.neg();
      FloatVector ex = FloatVector.fromArray(F, noise, noiseAt + j);
      FloatVector ey = ky.fma(ny, FloatVector.fromArray(F, noise, noiseAt + size + j));
      FloatVector ez = kz.fma(nz, FloatVector.fromArray(F, noise, noiseAt + 2 * size + j));
      if (twisted) {
        ex = twist.fma(ny, ex);
        ey = twist.fma(wx, ey);
      }
      FloatVector qx = alpha.fma(ny.fma(ez, wz.mul(ey)), ex);
      FloatVector qy = alpha.fma(nz.fma(ex, wx.mul(ez)), ey);
      FloatVector qz = alpha.fma(nx.fma(ey, wy.mul(ex)), ez);
      FloatVector rx = nz.fma(qy, wy.fma(qz, nx.add(FloatVector.fromArray(F, spins.mx, j))));
      FloatVector ry = nx.fma(qz, wz.fma(qx, ny.add(FloatVector.fromArray(F, spins.my, j))));
      FloatVector rz = ny.fma(qx, wx.fma(qy, nz.add(FloatVector.fromArray(F, spins.mz, j))));
      FloatVector n2 = rx.fma(rx, ry.fma(ry, rz.mul(rz)));
      FloatVector scale =
          n2.fma(
                  FloatVector.broadcast(F, Float32Field.N2),
                  FloatVector.broadcast(F, Float32Field.N1))
              .fma(n2, FloatVector.broadcast(F, Float32Field.N0));
      rx.mul(scale).intoArray(spins.mx, j);
      ry.mul(scale).intoArray(spins.my, j);
      rz.mul(scale).intoArray(spins.mz, j);
    }
  }
}
