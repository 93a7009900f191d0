package io.spindrift.onnx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a network wants to see of a pixel p from 0 to 255: (p / 255 - offset) / divisor. */
public enum PixelScale {
  /** 0 to 1, as pytorch-fid hands images to its Inception network. */
  UNIT("0:1", new float[] {0}, new float[] {1}),

  /** -1 to 1. */
  SYMMETRIC("-1:1", new float[] {0.5f}, new float[] {0.5f}),

  /**
   * Less the mean of ImageNet and over its standard deviation, each by colour, as the networks of
   * torchvision are trained.
   */
  IMAGENET("imagenet", new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});

  private final String word;
  private final float[] offsets;
  private final float[] divisors;

  PixelScale(String word, float[] offsets, float[] divisors) {
    this.word = word;
    this.offsets = offsets;
    this.divisors = divisors;
  }

  /** The scale of a word, such as {@code "-1:1"}. */
  public static Optional<PixelScale> of(String word) {
    return Arrays.stream(values())
        .filter(scale -> scale.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All words, for a sentence. */
  public static String words() {
    return Arrays.stream(values()).map(PixelScale::toString).collect(Collectors.joining(", "));
  }

  boolean fits(int channels) {
    return offsets.length == 1 || offsets.length == channels;
  }

  float of(float share, int channel) {
    int at = offsets.length == 1 ? 0 : channel;
    return (share - offsets[at]) / divisors[at];
  }

  @Override
  public String toString() {
    return word;
  }
}
