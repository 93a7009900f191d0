package io.spindrift.diffusion.image;

/**
 * Paper that takes a pen line and shows it as grey levels, sized and centred as in the MNIST set.
 *
 * <p>The line is scaled into a square of 20 pixels and its centre of mass is put into the middle of
 * the 28 x 28 pixels (LeCun et al., Proc. IEEE 86 (1998) 2278, section III-A).
 */
final class InkRaster {
  static final int SIDE = 28;
  static final double BOX = 20;

  private final float[] ink = new float[SIDE * SIDE];
  private final double edgePixels;

  InkRaster(double edgePixels) {
    this.edgePixels = edgePixels;
  }

  /** Scales and centres the path, then draws it. */
  void draw(PenPath path) {
    fit(path);
    float softness = (float) (1 / edgePixels);
    for (int i = 1; i < path.points; i++) {
      if (!path.lifted[i]) {
        segment(path, i, softness);
      }
    }
  }

  /** Writes grey levels, 0 paper and 255 ink. */
  void copyTo(byte[] target, int offset) {
    for (int i = 0; i < ink.length; i++) {
      float c = ink[i];
      target[offset + i] = (byte) Math.round(255 * c * c * (3 - 2 * c));
    }
  }

  private static void fit(PenPath path) {
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    float widest = 0;
    for (int i = 0; i < path.points; i++) {
      left = Math.min(left, path.xs[i]);
      right = Math.max(right, path.xs[i]);
      top = Math.min(top, path.ys[i]);
      bottom = Math.max(bottom, path.ys[i]);
      widest = Math.max(widest, path.halfWidths[i]);
    }
    double scale = (BOX - 2 * widest) / Math.max(right - left, bottom - top);
    double mass = 0;
    double momentX = 0;
    double momentY = 0;
    for (int i = 1; i < path.points; i++) {
      if (!path.lifted[i]) {
        double dx = path.xs[i] - path.xs[i - 1];
        double dy = path.ys[i] - path.ys[i - 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        double area = length * (path.halfWidths[i] + path.halfWidths[i - 1]);
        mass += area;
        momentX += area * (path.xs[i] + path.xs[i - 1]) / 2;
        momentY += area * (path.ys[i] + path.ys[i - 1]) / 2;
      }
    }
    double shiftX = SIDE / 2.0 - scale * momentX / mass;
    double shiftY = SIDE / 2.0 - scale * momentY / mass;
    for (int i = 0; i < path.points; i++) {
      path.xs[i] = (float) (scale * path.xs[i] + shiftX);
      path.ys[i] = (float) (scale * path.ys[i] + shiftY);
    }
  }

  /** Raises every pixel near one piece of the line to the coverage by a round, tapering pen. */
  private void segment(PenPath path, int i, float softness) {
    float ax = path.xs[i - 1];
    float ay = path.ys[i - 1];
    float dx = path.xs[i] - ax;
    float dy = path.ys[i] - ay;
    float from = path.halfWidths[i - 1];
    float widening = path.halfWidths[i] - from;
    float reach = Math.max(from, path.halfWidths[i]) + 0.5f / softness;
    float perLength = 1 / Math.max(dx * dx + dy * dy, 1e-12f);
    int firstRow = Math.max(0, (int) Math.floor(Math.min(ay, ay + dy) - reach - 0.5f));
    int lastRow = Math.min(SIDE - 1, (int) Math.ceil(Math.max(ay, ay + dy) + reach - 0.5f));
    int firstColumn = Math.max(0, (int) Math.floor(Math.min(ax, ax + dx) - reach - 0.5f));
    int lastColumn = Math.min(SIDE - 1, (int) Math.ceil(Math.max(ax, ax + dx) + reach - 0.5f));
    for (int row = firstRow; row <= lastRow; row++) {
      float py = row + 0.5f - ay;
      for (int column = firstColumn; column <= lastColumn; column++) {
        float px = column + 0.5f - ax;
        float u = Math.clamp((px * dx + py * dy) * perLength, 0f, 1f);
        float ex = px - u * dx;
        float ey = py - u * dy;
        float distance = (float) Math.sqrt(ex * ex + ey * ey);
        float cover = (from + u * widening - distance) * softness + 0.5f;
        int at = row * SIDE + column;
        ink[at] = Math.max(ink[at], Math.clamp(cover, 0f, 1f));
      }
    }
  }
}
