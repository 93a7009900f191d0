package io.spindrift.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Channel loops without vectors; says what those with vectors compute. */
final class PlainLoops extends ChannelLoops {
  @Override
  void widen(MemorySegment source, long at, float[] target, int count) {
    for (int i = 0; i < count; i++) {
      int bits = source.get(ValueLayout.JAVA_SHORT_UNALIGNED, at + Short.BYTES * (long) i) << 16;
      target[i] = Float.intBitsToFloat(bits);
    }
  }

  @Override
  void narrow(float[] source, MemorySegment target, long at, int count) {
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits(source[i]);
      int rounded = (bits + 0x7fff + (bits >>> 16 & 1)) >>> 16;
      target.set(ValueLayout.JAVA_SHORT_UNALIGNED, at + Short.BYTES * (long) i, (short) rounded);
    }
  }

  @Override
  void sum(float[] x, float[] move, int pixels, float[] sum) {
    int channels = sum.length;
    for (int c = 0; c < channels; c++) {
      float all = 0;
      for (int p = 0; p < pixels; p++) {
        all += x[p * channels + c] + move[c];
      }
      sum[c] = all;
    }
  }

  @Override
  void sumOfSquares(float[] x, float[] move, int pixels, float[] sum) {
    int channels = sum.length;
    for (int c = 0; c < channels; c++) {
      float all = 0;
      for (int p = 0; p < pixels; p++) {
        float moved = x[p * channels + c] + move[c];
        all = Math.fma(moved, moved, all);
      }
      sum[c] = all;
    }
  }

  @Override
  void scale(float[] x, float[] scale, float[] shift, int pixels) {
    int channels = scale.length;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        x[i] = Math.fma(x[i], scale[c], shift[c]);
      }
    }
  }

  @Override
  void activate(float[] x, float[] scale, float[] shift, int pixels) {
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
  void activateBack(float[] x, float[] scale, float[] shift, float[] slope, int pixels) {
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
  void sumOfProducts(float[] x, float[] move, float[] y, int pixels, float[] sum) {
    int channels = sum.length;
    for (int c = 0; c < channels; c++) {
      float all = 0;
      for (int p = 0; p < pixels; p++) {
        int i = p * channels + c;
        all = Math.fma(y[i], x[i] + move[c], all);
      }
      sum[c] = all;
    }
  }

  @Override
  void combine(float[] y, float[] yScale, float[] x, float[] xScale, float[] shift, int pixels) {
    int channels = shift.length;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        y[i] = Math.fma(y[i], yScale[c], Math.fma(x[i], xScale[c], shift[c]));
      }
    }
  }
}
