package io.spindrift.torch;

import io.spindrift.numerics.vector.VectorLanes;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Channel loops with a vector of neighbouring channels; {@link PlainLoops} gives the same bits. */
final class VectorLoops implements ChannelLoops {
  private static final VectorSpecies<Float> FLOATS = VectorLanes.FLOATS;
  private static final VectorSpecies<Integer> INTS = VectorLanes.INTS;
  private static final int LANES = FLOATS.length();
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(Math.max(64, LANES * Short.SIZE)));
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /** Whether channels fill whole vectors and half a vector still is one. */
  static boolean fit(int channels) {
    return channels % LANES == 0 && LANES * Short.SIZE >= 64;
  }

  @Override
  public void widen(MemorySegment source, long at, float[] target, int count) {
    for (int i = 0; i < count; i += LANES) {
      ShortVector upper =
          ShortVector.fromMemorySegment(SHORTS, source, at + Short.BYTES * (long) i, ORDER);
      IntVector bits = (IntVector) upper.convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0);
      bits.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats().intoArray(target, i);
    }
  }

  @Override
  public void narrow(float[] source, MemorySegment target, long at, int count) {
    for (int i = 0; i < count; i += LANES) {
      IntVector bits = FloatVector.fromArray(FLOATS, source, i).reinterpretAsInts();
      IntVector odd = bits.lanewise(VectorOperators.LSHR, 16).and(1);
      IntVector rounded = bits.add(0x7fff).add(odd).lanewise(VectorOperators.LSHR, 16);
      ShortVector upper = (ShortVector) rounded.convertShape(VectorOperators.I2S, SHORTS, 0);
      upper.intoMemorySegment(target, at + Short.BYTES * (long) i, ORDER);
    }
  }

  @Override
  public void sum(float[] x, float[] move, int pixels, float[] sum) {
    int channels = sum.length;
    for (int c = 0; c < channels; c += LANES) {
      FloatVector offset = FloatVector.fromArray(FLOATS, move, c);
      FloatVector all = FloatVector.zero(FLOATS);
      for (int p = 0; p < pixels; p++) {
        all = all.add(FloatVector.fromArray(FLOATS, x, p * channels + c).add(offset));
      }
      all.intoArray(sum, c);
    }
  }

  @Override
  public void sumOfSquares(float[] x, float[] move, int pixels, float[] sum) {
    int channels = sum.length;
    for (int c = 0; c < channels; c += LANES) {
      FloatVector offset = FloatVector.fromArray(FLOATS, move, c);
      FloatVector all = FloatVector.zero(FLOATS);
      for (int p = 0; p < pixels; p++) {
        FloatVector moved = FloatVector.fromArray(FLOATS, x, p * channels + c).add(offset);
        all = moved.fma(moved, all);
      }
      all.intoArray(sum, c);
    }
  }

  @Override
  public void scale(float[] x, float[] scale, float[] shift, int pixels) {
    int channels = scale.length;
    for (int c = 0; c < channels; c += LANES) {
      FloatVector factor = FloatVector.fromArray(FLOATS, scale, c);
      FloatVector offset = FloatVector.fromArray(FLOATS, shift, c);
      for (int p = 0; p < pixels; p++) {
        int i = p * channels + c;
        FloatVector.fromArray(FLOATS, x, i).fma(factor, offset).intoArray(x, i);
      }
    }
  }

  @Override
  public void activate(float[] x, float[] scale, float[] shift, int pixels) {
    int channels = scale.length;
    for (int c = 0; c < channels; c += LANES) {
      FloatVector factor = FloatVector.fromArray(FLOATS, scale, c);
      FloatVector offset = FloatVector.fromArray(FLOATS, shift, c);
      for (int p = 0; p < pixels; p++) {
        int i = p * channels + c;
        FloatVector z = FloatVector.fromArray(FLOATS, x, i).fma(factor, offset);
        z.mul(logistic(z)).intoArray(x, i);
      }
    }
  }

  @Override
  public void activateBack(float[] x, float[] scale, float[] shift, float[] slope, int pixels) {
    int channels = scale.length;
    FloatVector one = FloatVector.broadcast(FLOATS, 1);
    for (int c = 0; c < channels; c += LANES) {
      FloatVector factor = FloatVector.fromArray(FLOATS, scale, c);
      FloatVector offset = FloatVector.fromArray(FLOATS, shift, c);
      for (int p = 0; p < pixels; p++) {
        int i = p * channels + c;
        FloatVector z = FloatVector.fromArray(FLOATS, x, i).fma(factor, offset);
        FloatVector share = logistic(z);
        FloatVector rise = share.mul(z.fma(one.sub(share), one));
        FloatVector.fromArray(FLOATS, slope, i).mul(rise).intoArray(slope, i);
      }
    }
  }

  @Override
  public void sumOfProducts(float[] x, float[] move, float[] y, int pixels, float[] sum) {
    int channels = sum.length;
    for (int c = 0; c < channels; c += LANES) {
      FloatVector offset = FloatVector.fromArray(FLOATS, move, c);
      FloatVector all = FloatVector.zero(FLOATS);
      for (int p = 0; p < pixels; p++) {
        int i = p * channels + c;
        FloatVector moved = FloatVector.fromArray(FLOATS, x, i).add(offset);
        all = FloatVector.fromArray(FLOATS, y, i).fma(moved, all);
      }
      all.intoArray(sum, c);
    }
  }

  @Override
  public void combine(
      float[] y, float[] yScale, float[] x, float[] xScale, float[] shift, int pixels) {
    int channels = shift.length;
    for (int c = 0; c < channels; c += LANES) {
      FloatVector yFactor = FloatVector.fromArray(FLOATS, yScale, c);
      FloatVector xFactor = FloatVector.fromArray(FLOATS, xScale, c);
      FloatVector offset = FloatVector.fromArray(FLOATS, shift, c);
      for (int p = 0; p < pixels; p++) {
        int i = p * channels + c;
        FloatVector rest = FloatVector.fromArray(FLOATS, x, i).fma(xFactor, offset);
        FloatVector.fromArray(FLOATS, y, i).fma(yFactor, rest).intoArray(y, i);
      }
    }
  }

  private static FloatVector logistic(FloatVector z) {
    FloatVector minus = z.neg().min(Exponential.LIMIT).max(-Exponential.LIMIT);
    FloatVector whole =
        minus.mul(Exponential.PER_LN2).add(Exponential.ROUNDING).sub(Exponential.ROUNDING);
    FloatVector one = FloatVector.broadcast(FLOATS, 1);
    FloatVector r =
        whole.fma(
            FloatVector.broadcast(FLOATS, -Exponential.LN2_REST),
            whole.fma(FloatVector.broadcast(FLOATS, -Exponential.LN2_FIRST), minus));
    FloatVector e =
        FloatVector.broadcast(FLOATS, Exponential.C7)
            .fma(r, FloatVector.broadcast(FLOATS, Exponential.C6));
    e = e.fma(r, FloatVector.broadcast(FLOATS, Exponential.C5));
    e = e.fma(r, FloatVector.broadcast(FLOATS, Exponential.C4));
    e = e.fma(r, FloatVector.broadcast(FLOATS, Exponential.C3));
    e = e.fma(r, FloatVector.broadcast(FLOATS, Exponential.C2));
    e = e.fma(r, one).fma(r, one);
    IntVector exponent = (IntVector) whole.convertShape(VectorOperators.F2I, INTS, 0);
    FloatVector power =
        exponent
            .add(Exponential.BIAS)
            .lanewise(VectorOperators.LSHL, Exponential.MANTISSA_BITS)
            .reinterpretAsFloats();
    return one.div(e.fma(power, one));
  }
}
