package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;

/**
 * Which pixels of an image are known. Equality is that of the array itself.
 *
 * @param words what the mask is, for reports
 * @param shape shape of the images
 * @param known for each value [channel, height, width] whether it is known; all channels of a pixel
 *     alike
 */
public record PixelMask(String words, ImageShape shape, boolean[] known) {
  /**
   * The mask of a word or a file.
   *
   * @param text {@code half}: the left half is known; {@code box}: all but a box of half the height
   *     and width in the middle; else a PNG or .npy file, in which all but 0 is known
   * @throws UnusableInput when the file is damaged, of another size or leaves nothing to fill in
   */
  public static PixelMask parse(String text, ImageShape shape) {
    return switch (text) {
      case "half" -> drawn("the left half", shape, (_, x) -> 2 * x < shape.width());
      case "box" ->
          drawn(
              "all but a box in the middle",
              shape,
              (y, x) -> !middle(y, shape.height()) || !middle(x, shape.width()));
      default -> read(Path.of(text), shape);
    };
  }

  private interface Place {
    boolean known(int y, int x);
  }

  private static boolean middle(int at, int length) {
    return at >= length / 4 && at < length - length / 4;
  }

  private static PixelMask drawn(String words, ImageShape shape, Place place) {
    boolean[] known = new boolean[shape.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = place.known(i / shape.width() % shape.height(), i % shape.width());
    }
    return new PixelMask(words, shape, known);
  }

  private static PixelMask read(Path file, ImageShape shape) {
    ImageSet picture = PictureFile.read(file);
    ImageShape own = picture.shape();
    if (own.height() != shape.height() || own.width() != shape.width()) {
      throw new UnusableInput(
          "the mask "
              + file
              + " must have the size of the images, "
              + size(shape)
              + " pixels, but has "
              + size(own));
    }
    byte[] levels = new byte[own.size()];
    picture.read(0, levels, 0);
    int plane = own.height() * own.width();
    PixelMask mask =
        drawn(
            file.toString(),
            shape,
            (y, x) -> {
              boolean known = false;
              for (int c = 0; c < own.channels(); c++) {
                known |= levels[c * plane + y * own.width() + x] != 0;
              }
              return known;
            });
    if (mask.open() == 0) {
      throw new UnusableInput(
          "the mask " + file + " must leave a pixel open (0), but names every pixel known");
    }
    return mask;
  }

  private static String size(ImageShape shape) {
    return shape.width() + "x" + shape.height();
  }

  /** How many values are not known. */
  public int open() {
    int open = 0;
    for (boolean value : known) {
      open += value ? 0 : 1;
    }
    return open;
  }

  /** The images with every open value set to one level. */
  public ImageSet covering(ImageSet images, byte level) {
    byte[] pixels = new byte[Math.multiplyExact(images.count(), shape.size())];
    for (int k = 0; k < images.count(); k++) {
      images.read(k, pixels, k * shape.size());
      for (int i = 0; i < known.length; i++) {
        if (!known[i]) {
          pixels[k * shape.size() + i] = level;
        }
      }
    }
    return new StoredImageSet(images.name() + ", open pixels filled", shape, pixels, null);
  }
}
