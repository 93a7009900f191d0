package io.spindrift.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Channel loops without vectors; says what those with vectors compute. */
final class PlainLoops implements ChannelLoops {
  @Override
  public void widen(MemorySegment source, long at, float[] target, int count) {
    for (int i = 0; i < count; i++) {
      int bits = source.get(ValueLayout.JAVA_SHORT_UNALIGNED, at + Short.BYTES * (long) i) << 16;
      target[i] = Float.intBitsToFloat(bits);
    }
  }

  @Override
  public void narrow(float[] source, MemorySegment target, long at, int count) {
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits(source[i]);
      int rounded = (bits + 0x7fff + (bits >>> 16 & 1)) >>> 16;
      target.set(ValueLayout.JAVA_SHORT_UNALIGNED, at + Short.BYTES * (long) i, (short) rounded);
    }
  }

  @Override
  public void sum(float[] x, float[] move, int pixels, float[] sum) {
    int channels = sum.length;
    Arrays.fill(sum, 0);
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        sum[c] += x[p * channels + c] + move[c];
      }
    }
  }

  @Override
  public void sumOfSquares(float[] x, float[] move, int pixels, float[] sum) {
    int channels = sum.length;
    Arrays.fill(sum, 0);
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        float moved = x[p * channels + c] + move[c];
        sum[c] = Math.fma(moved, moved, sum[c]);
      }
    }
  }

  @Override
  public void scale(float[] x, float[] scale, float[] shift, int pixels) {
    int channels = scale.length;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        x[i] = Math.fma(x[i], scale[c], shift[c]);
      }
    }
  }

  @Override
  public void activate(float[] x, float[] scale, float[] shift, int pixels) {
    int channels = scale.length;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        float z = Math.fma(x[i], scale[c], shift[c]);
        x[i] = z * Exponential.logistic(z);
      }
    }
  }

  @Override
  public void activateBack(float[] x, float[] scale, float[] shift, float[] slope, int pixels) {
    int channels = scale.length;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        float z = Math.fma(x[i], scale[c], shift[c]);
        float share = Exponential.logistic(z);
        slope[i] *= share * Math.fma(z, 1 - share, 1);
      }
    }
  }

  @Override
  public void sumOfProducts(float[] x, float[] move, float[] y, int pixels, float[] sum) {
    int channels = sum.length;
    Arrays.fill(sum, 0);
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        sum[c] = Math.fma(y[i], x[i] + move[c], sum[c]);
      }
    }
  }

  @Override
  public void combine(
      float[] y, float[] yScale, float[] x, float[] xScale, float[] shift, int pixels) {
    int channels = shift.length;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        y[i] = Math.fma(y[i], yScale[c], Math.fma(x[i], xScale[c], shift[c]));
      }
    }
  }
}
