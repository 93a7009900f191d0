package io.spindrift.torch;

import java.util.Arrays;

/**
 * One normalisation by groups of channels, forth and, with what it kept, back.
 *
 * <p>With m and v the mean and variance of a group of n numbers of one image, h = (x - m) / sqrt(v
 * + epsilon) and z = scale h + shift. With s the slope of the error along z, that along x is scale
 * s / sqrt(v + epsilon) less its mean over the group and less h times the mean of scale s h /
 * sqrt(v + epsilon).
 */
final class GroupMoments {
  private static final double EPSILON = 1e-5;

  private final PixelTensor x;
  private final int groups;
  private final float[] scale;
  private final float[] shift;
  private final boolean activated;
  private final ChannelLoops loops;

  /** What is added first less the mean, and one over the deviation, of every image and channel. */
  private final float[][] minusMean;

  private final float[][] perDeviation;

  /**
   * Prepares a normalisation of x.
   *
   * @param added numbers [image, channel] that are added to x first, or empty
   * @param activated whether silu follows
   */
  GroupMoments(
      PixelTensor x, int groups, float[] scale, float[] shift, float[] added, boolean activated) {
    this.x = x;
    this.groups = groups;
    this.scale = scale;
    this.shift = shift;
    this.activated = activated;
    loops = ChannelLoops.of(x.channels());
    minusMean = new float[x.images()][x.channels()];
    perDeviation = new float[x.images()][x.channels()];
    for (int image = 0; image < x.images() && added.length > 0; image++) {
      System.arraycopy(added, image * x.channels(), minusMean[image], 0, x.channels());
    }
  }

  /** Leaves the normalised, perhaps activated numbers in y. */
  void apply(PixelTensor y) {
    float[] values = new float[x.size()];
    float[] sums = new float[x.channels()];
    float[] factor = new float[x.channels()];
    float[] offset = new float[x.channels()];
    for (int image = 0; image < x.images(); image++) {
      x.read(image, values, loops);
      float[] minus = minusMean[image];
      float[] per = perDeviation[image];
      loops.sum(values, minus, x.pixels(), sums);
      spread(sums, sums, mean -> -mean);
      for (int c = 0; c < sums.length; c++) {
        minus[c] += sums[c];
      }
      loops.sumOfSquares(values, minus, x.pixels(), sums);
      spread(sums, per, variance -> 1 / Math.sqrt(variance + EPSILON));
      affine(image, factor, offset);
      if (activated) {
        loops.activate(values, factor, offset, x.pixels());
      } else {
        loops.scale(values, factor, offset, x.pixels());
      }
      y.write(image, values, loops);
    }
  }

  /**
   * Turns the slope of the error along the result into that along x, in place.
   *
   * @param scaleSlope gains the slope along the scale
   * @param shiftSlope gains the slope along the shift
   * @param addedSlope receives the slope along what was added, or empty
   */
  void back(PixelTensor slope, float[] scaleSlope, float[] shiftSlope, float[] addedSlope) {
    int channels = x.channels();
    float[] values = new float[x.size()];
    float[] slopes = new float[x.size()];
    float[] factor = new float[channels];
    float[] offset = new float[channels];
    float[] sums = new float[channels];
    float[] products = new float[channels];
    float[] zero = new float[channels];
    for (int image = 0; image < x.images(); image++) {
      x.read(image, values, loops);
      slope.read(image, slopes, loops);
      affine(image, factor, offset);
      if (activated) {
        loops.activateBack(values, factor, offset, slopes, x.pixels());
      }
      loops.sum(slopes, zero, x.pixels(), sums);
      loops.sumOfProducts(values, minusMean[image], slopes, x.pixels(), products);
      float[] per = perDeviation[image];
      for (int c = 0; c < channels; c++) {
        shiftSlope[c] += sums[c];
        scaleSlope[c] += products[c] * per[c];
        sums[c] *= scale[c];
        products[c] *= scale[c];
      }
      spread(sums, sums, mean -> mean);
      spread(products, products, mean -> mean);
      for (int c = 0; c < channels; c++) {
        // factor s - per (mean of scale s) - (x - m) per^3 (mean of scale s (x - m))
        float steep = -products[c] * per[c] * per[c] * per[c];
        products[c] = steep;
        sums[c] = Math.fma(steep, minusMean[image][c], -sums[c] * per[c]);
      }
      loops.combine(slopes, factor, values, products, sums, x.pixels());
      if (addedSlope.length > 0) {
        loops.sum(slopes, zero, x.pixels(), sums);
        System.arraycopy(sums, 0, addedSlope, image * channels, channels);
      }
      slope.write(image, slopes, loops);
    }
  }

  private void affine(int image, float[] factor, float[] offset) {
    for (int c = 0; c < factor.length; c++) {
      factor[c] = perDeviation[image][c] * scale[c];
      offset[c] = Math.fma(minusMean[image][c], factor[c], shift[c]);
    }
  }

  private interface OfMean {
    double of(double mean);
  }

  /** Gives every channel a function of the mean over its group, from sums over the pixels. */
  private void spread(float[] sums, float[] target, OfMean function) {
    int width = sums.length / groups;
    for (int first = 0; first < sums.length; first += width) {
      double sum = 0;
      for (int c = first; c < first + width; c++) {
        sum += sums[c];
      }
      float value = (float) function.of(sum / ((double) width * x.pixels()));
      Arrays.fill(target, first, first + width, value);
    }
  }
}
