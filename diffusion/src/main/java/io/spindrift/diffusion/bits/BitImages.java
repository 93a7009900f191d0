package io.spindrift.diffusion.bits;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.memory.process.PixelCode;

/**
 * Images as bits [channel * planes + plane, height, width], the most significant plane of each
 * colour first.
 *
 * @param pixels shape of an image in pixels
 * @param digits how a pixel is written in bits
 */
public record BitImages(ImageShape pixels, PixelCode digits) {
  /** Checks that there are not more planes than a network may have channels. */
  public BitImages {
    bitShape(pixels, digits);
  }

  private static ImageShape bitShape(ImageShape pixels, PixelCode digits) {
    return new ImageShape(pixels.channels() * digits.planes(), pixels.height(), pixels.width());
  }

  /** Shape of an image of which each bit is a value. */
  public ImageShape shape() {
    return bitShape(pixels, digits);
  }

  /** Number of planes of a colour. */
  public int planes() {
    return digits.planes();
  }

  /** Pixels of one colour: length of a plane. */
  int planeSize() {
    return pixels.height() * pixels.width();
  }

  /** The plane, counted within its colour, that a value of the bits [channel, ...] lies in. */
  int plane(int value) {
    return value / planeSize() % digits.planes();
  }

  /** Writes the bits of an image, 0 or 1 each. */
  void toBits(byte[] image, byte[] bits, int offset) {
    int size = planeSize();
    for (int i = 0; i < pixels.size(); i++) {
      int word = digits.word(image[i]);
      int at = offset + i / size * size * digits.planes() + i % size;
      for (int plane = 0; plane < digits.planes(); plane++) {
        bits[at + plane * size] = (byte) digits.digit(word, plane);
      }
    }
  }

  /** Writes the pixels that the bits of an image show. */
  void toPixels(byte[] bits, int offset, byte[] image, int imageOffset) {
    int size = planeSize();
    for (int i = 0; i < pixels.size(); i++) {
      int at = offset + i / size * size * digits.planes() + i % size;
      int word = 0;
      for (int plane = 0; plane < digits.planes(); plane++) {
        word = word << 1 | bits[at + plane * size];
      }
      image[imageOffset + i] = digits.pixel(word);
    }
  }
}
