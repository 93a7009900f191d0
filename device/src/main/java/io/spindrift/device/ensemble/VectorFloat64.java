package io.spindrift.device.ensemble;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The double-precision hot loops on vectors; bit for bit those of {@link ScalarFloat64}. */
final class VectorFloat64 implements Float64Motion {
  private static final VectorSpecies<Double> F = VectorLanes.DOUBLES;
  private static final VectorSpecies<Long> I = VectorLanes.LONGS;
  private static final int LANES = F.length();

  @Override
  public void words(Float64Spins spins) {
    for (int j = 0; j < spins.size; j += LANES) {
      words(spins, j);
    }
  }

  private static void words(Float64Spins spins, int j) {
    int size = spins.size;
    long[] words = spins.words;
    LongVector s0 = LongVector.fromArray(I, spins.s0, j);
    LongVector s1 = LongVector.fromArray(I, spins.s1, j);
    for (int at = j; at < words.length; at += size) {
      s0.add(s1).intoArray(words, at);
      LongVector t = s1.lanewise(VectorOperators.XOR, s0);
      s0 =
          s0.lanewise(VectorOperators.ROL, 24)
              .lanewise(VectorOperators.XOR, t)
              .lanewise(VectorOperators.XOR, t.lanewise(VectorOperators.LSHL, 16));
      s1 = t.lanewise(VectorOperators.ROL, 37);
    }
    s0.intoArray(spins.s0, j);
    s1.intoArray(spins.s1, j);
  }

  @Override
  public void radii(long[] words, double[] radius) {
    for (int i = 0; i < words.length; i += LANES) {
      radius(LongVector.fromArray(I, words, i)).intoArray(radius, i);
    }
  }

  private static DoubleVector radius(LongVector word) {
    DoubleVector u =
        DoubleVector.broadcast(F, 2)
            .sub(
                word.lanewise(VectorOperators.LSHR, 12)
                    .lanewise(VectorOperators.OR, Float64Gauss.ONE_BITS)
                    .reinterpretAsDoubles());
    LongVector bits = u.reinterpretAsLongs().add(Float64Gauss.ONE_LESS_ROOT_HALF);
    DoubleVector e =
        bits.lanewise(VectorOperators.LSHR, 52)
            .lanewise(VectorOperators.OR, Float64Gauss.INTEGER_BITS)
            .reinterpretAsDoubles()
            .sub(Float64Gauss.INTEGER_BIAS);
    DoubleVector f =
        bits.and(Float64Gauss.MANTISSA)
            .add(Float64Gauss.ROOT_HALF_BITS)
            .reinterpretAsDoubles()
            .sub(1);
    DoubleVector p =
        DoubleVector.broadcast(F, Float64Gauss.L11)
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L10))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L9))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L8))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L7))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L6))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L5))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L4))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L3))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L2))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L1))
            .fma(f, DoubleVector.broadcast(F, Float64Gauss.L0))
            .mul(f);
    return e.fma(DoubleVector.broadcast(F, Float64Gauss.MINUS_TWO_LN_2), p)
        .lanewise(VectorOperators.SQRT);
  }

  @Override
  public void turn(long[] words, double[] radius, double[] noise) {
    int half = radius.length;
    for (int i = 0; i < half; i += LANES) {
      LongVector word = LongVector.fromArray(I, words, i);
      DoubleVector r = DoubleVector.fromArray(F, radius, i);
      DoubleVector t =
          word.lanewise(VectorOperators.LSHL, 28)
              .and(Float64Gauss.MANTISSA)
              .lanewise(VectorOperators.OR, Float64Gauss.ONE_BITS)
              .reinterpretAsDoubles()
              .fma(DoubleVector.broadcast(F, 2), DoubleVector.broadcast(F, -3));
      DoubleVector y = t.mul(t);
      DoubleVector cosine =
          DoubleVector.broadcast(F, Float64Gauss.C5)
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.C4))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.C3))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.C2))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.C1))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.C0));
      DoubleVector sine =
          DoubleVector.broadcast(F, Float64Gauss.S5)
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.S4))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.S3))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.S2))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.S1))
              .fma(y, DoubleVector.broadcast(F, Float64Gauss.S0));
      LongVector sign = word.lanewise(VectorOperators.LSHL, 39).and(Long.MIN_VALUE);
      r.mul(t).mul(sine).intoArray(noise, i);
      r.mul(cosine)
          .reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsDoubles()
          .intoArray(noise, half + i);
    }
  }

  @Override
  public void predict(Float64Spins spins, Float64Field field, int noiseAt) {
    double[] noise = spins.noise;
    int size = spins.size;
    DoubleVector sigma = DoubleVector.broadcast(F, field.sigma());
    DoubleVector bx = DoubleVector.broadcast(F, field.bx());
    DoubleVector by = DoubleVector.broadcast(F, field.by());
    DoubleVector bz = DoubleVector.broadcast(F, field.bz());
    DoubleVector ky = DoubleVector.broadcast(F, field.ky());
    DoubleVector kz = DoubleVector.broadcast(F, field.kz());
    DoubleVector alpha = DoubleVector.broadcast(F, field.alpha());
    DoubleVector twist = DoubleVector.broadcast(F, field.twist());
    boolean twisted = field.twist() != 0;
    for (int j = 0; j < size; j += LANES) {
      DoubleVector mx = DoubleVector.fromArray(F, spins.mx, j);
      DoubleVector my = DoubleVector.fromArray(F, spins.my, j);
      DoubleVector mz = DoubleVector.fromArray(F, spins.mz, j);
      DoubleVector cx = DoubleVector.fromArray(F, noise, noiseAt + j).fma(sigma, bx);
      DoubleVector cy = DoubleVector.fromArray(F, noise, noiseAt + size + j).fma(sigma, by);
      DoubleVector cz = DoubleVector.fromArray(F, noise, noiseAt + 2 * size + j).fma(sigma, bz);
      cx.intoArray(noise, noiseAt + j);
      cy.intoArray(noise, noiseAt + size + j);
      cz.intoArray(noise, noiseAt + 2 * size + j);
      DoubleVector wx = mx.neg();
      DoubleVector wy = my.neg();
      DoubleVector wz = mz.neg();
      DoubleVector ex = cx;
      DoubleVector ey = ky.fma(my, cy);
      DoubleVector ez = kz.fma(mz, cz);
      if (twisted) {
        ex = twist.fma(my, ex);
        ey = twist.fma(wx, ey);
      }
      DoubleVector qx = alpha.fma(my.fma(ez, wz.mul(ey)), ex);
      DoubleVector qy = alpha.fma(mz.fma(ex, wx.mul(ez)), ey);
      DoubleVector qz = alpha.fma(mx.fma(ey, wy.mul(ex)), ez);
      mz.fma(qy, wy.fma(qz, mx)).intoArray(spins.nx, j);
      mx.fma(qz, wz.fma(qx, my)).intoArray(spins.ny, j);
      my.fma(qx, wx.fma(qy, mz)).intoArray(spins.nz, j);
    }
  }

  @Override
  public void correct(Float64Spins spins, Float64Field field, int noiseAt) {
    double[] noise = spins.noise;
    int size = spins.size;
    DoubleVector ky = DoubleVector.broadcast(F, field.ky());
    DoubleVector kz = DoubleVector.broadcast(F, field.kz());
    DoubleVector alpha = DoubleVector.broadcast(F, field.alpha());
    DoubleVector twist = DoubleVector.broadcast(F, field.twist());
    boolean twisted = field.twist() != 0;
    for (int j = 0; j < size; j += LANES) {
      DoubleVector nx = DoubleVector.fromArray(F, spins.nx, j);
      DoubleVector ny = DoubleVector.fromArray(F, spins.ny, j);
      DoubleVector nz = DoubleVector.fromArray(F, spins.nz, j);
      DoubleVector wx = nx.neg();
      DoubleVector wy = ny.neg();
      DoubleVector wz = nz.neg();
      DoubleVector ex = DoubleVector.fromArray(F, noise, noiseAt + j);
      DoubleVector ey = ky.fma(ny, DoubleVector.fromArray(F, noise, noiseAt + size + j));
      DoubleVector ez = kz.fma(nz, DoubleVector.fromArray(F, noise, noiseAt + 2 * size + j));
      if (twisted) {
        ex = twist.fma(ny, ex);
        ey = twist.fma(wx, ey);
      }
      DoubleVector qx = alpha.fma(ny.fma(ez, wz.mul(ey)), ex);
      DoubleVector qy = alpha.fma(nz.fma(ex, wx.mul(ez)), ey);
      DoubleVector qz = alpha.fma(nx.fma(ey, wy.mul(ex)), ez);
      DoubleVector rx = nz.fma(qy, wy.fma(qz, nx.add(DoubleVector.fromArray(F, spins.mx, j))));
      DoubleVector ry = nx.fma(qz, wz.fma(qx, ny.add(DoubleVector.fromArray(F, spins.my, j))));
      DoubleVector rz = ny.fma(qx, wx.fma(qy, nz.add(DoubleVector.fromArray(F, spins.mz, j))));
      DoubleVector n2 = rx.fma(rx, ry.fma(ry, rz.mul(rz)));
      DoubleVector scale =
          n2.fma(
                  DoubleVector.broadcast(F, Float64Field.N2),
                  DoubleVector.broadcast(F, Float64Field.N1))
              .fma(n2, DoubleVector.broadcast(F, Float64Field.N0));
      rx.mul(scale).intoArray(spins.mx, j);
      ry.mul(scale).intoArray(spins.my, j);
      rz.mul(scale).intoArray(spins.mz, j);
    }
  }
}
