package io.spindrift.memory.process;

/** Discs and slopes, grey and dark at the rim, as test images. */
final class DrawnImages {
  /** {@code count} images of size x size pixels, all different. */
  static byte[] of(int count, int size) {
    byte[] pixels = new byte[count * size * size];
    for (int image = 0; image < count; image++) {
      double x = 0.3 * size + image * 7 % (size / 2 + 1);
      double y = 0.3 * size + image * 5 % (size / 2 + 1);
      double radius = 0.15 * size + image % 5;
      for (int i = 0; i < size * size; i++) {
        double distance = Math.hypot(i % size - x, i / size - y) / radius;
        double value = 255 * Math.exp(-0.5 * distance * distance) + image % 3 * (i % size);
        pixels[image * size * size + i] = (byte) Math.min(255, value);
      }
    }
    return pixels;
  }

  private DrawnImages() {}
}
