package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some of the images of a set: those from {@code from} up to, not including, {@code to}.
 *
 * @param images the whole set
 * @param from first image
 * @param to the image after the last one
 */
public record ImageRange(ImageSet images, int from, int to) implements ImageSet {
  private static final Pattern TEXT = Pattern.compile("\\s*(\\d*)\\s*:\\s*(\\d*)\\s*");

  /**
   * Checks the range.
   *
   * @throws UnusableInput when it is empty or reaches beyond the set
   */
  public ImageRange {
    if (from < 0 || to > images.count() || from >= to) {
      throw new UnusableInput(
          "the range "
              + from
              + ":"
              + to
              + " must lie within 0:"
              + images.count()
              + " of "
              + images.name()
              + " and hold at least one image");
    }
  }

  /**
   * Reads a range as {@code FROM:TO}; a number left out means the beginning or the end.
   *
   * @throws UnusableInput when the text is no such range
   */
  public static ImageSet parse(ImageSet images, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new UnusableInput("a range must be FROM:TO, such as 0:5000, but was \"" + text + "\"");
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    return new ImageRange(
        images, from.isEmpty() ? 0 : index(from), to.isEmpty() ? images.count() : index(to));
  }

  private static int index(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  @Override
  public String name() {
    return images.name() + " [" + from + ":" + to + "]";
  }

  @Override
  public ImageShape shape() {
    return images.shape();
  }

  @Override
  public int count() {
    return to - from;
  }

  @Override
  public int classes() {
    return images.classes();
  }

  @Override
  public int label(int index) {
    return images.label(from + Objects.checkIndex(index, count()));
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    images.read(from + Objects.checkIndex(index, count()), target, offset);
  }
}
