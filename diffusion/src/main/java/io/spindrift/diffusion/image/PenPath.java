package io.spindrift.diffusion.image;

import io.spindrift.diffusion.image.DigitStyles.PenStroke;
import io.spindrift.numerics.random.RandomStream;

/**
 * The line that a pen leaves: points with the half-width of the line, lifted between strokes.
 *
 * <p>Points of a stroke are joined by cubic Hermite pieces with Catmull-Rom tangents; at a corner
 * the tangent shrinks, so that the pen slows down and turns. Strict mathematics keeps an image
 * equal on every machine.
 */
final class PenPath {
  private static final int PIECES = 7;
  private static final int CAPACITY = 256;

  private final Handwriting hand;
  private final RandomStream random;

  /** Positions and half-widths; {@code lifted[i]} when no line leads from i - 1 to i. */
  final float[] xs = new float[CAPACITY];

  final float[] ys = new float[CAPACITY];
  final float[] halfWidths = new float[CAPACITY];
  final boolean[] lifted = new boolean[CAPACITY];
  int points;

  PenPath(Handwriting hand, RandomStream random) {
    this.hand = hand;
    this.random = random;
  }

  /** Writes one stroke after those already written. */
  void write(PenStroke stroke) {
    int n = stroke.xs().length;
    double[] px = new double[n];
    double[] py = new double[n];
    for (int i = 0; i < n; i++) {
      px[i] = stroke.xs()[i] + hand.jitter() * Handwriting.clipped(random, 2.5);
      py[i] = stroke.ys()[i] + hand.jitter() * Handwriting.clipped(random, 2.5);
    }
    double endReach = 0.09 * random.nextDouble() - 0.03;
    px[n - 1] += endReach * (px[n - 1] - px[n - 2]) / 0.4;
    py[n - 1] += endReach * (py[n - 1] - py[n - 2]) / 0.4;
    int first = points;
    for (int i = 0; i + 1 < n; i++) {
      double softFrom = stroke.corners()[i] ? hand.cornerSoftness() : 1;
      double softTo = stroke.corners()[i + 1] ? hand.cornerSoftness() : 1;
      double fromX = softFrom * tangent(px, i);
      double fromY = softFrom * tangent(py, i);
      double toX = softTo * tangent(px, i + 1);
      double toY = softTo * tangent(py, i + 1);
      for (int piece = i == 0 ? 0 : 1; piece <= PIECES; piece++) {
        double u = (double) piece / PIECES;
        place(hermite(u, px[i], fromX, px[i + 1], toX), hermite(u, py[i], fromY, py[i + 1], toY));
      }
    }
    lifted[first] = true;
    press(first);
  }

  private static double tangent(double[] p, int i) {
    return (p[Math.min(i + 1, p.length - 1)] - p[Math.max(i - 1, 0)]) / 2;
  }

  private static double hermite(double u, double from, double fromSlope, double to, double slope) {
    double v = 1 - u;
    return v * v * ((1 + 2 * u) * from + u * fromSlope) + u * u * ((3 - 2 * u) * to - v * slope);
  }

  /** Bends, proportions, stretches, slants and turns a point of the unit square. */
  private void place(double x, double y) {
    double waves = 2 * Math.PI * hand.wobbleWaves();
    double height = y <= 0 ? y : StrictMath.pow(y, hand.proportion());
    double bentX = x - 0.5 + hand.wobble() * StrictMath.sin(waves * y + hand.wobblePhaseX());
    double bentY = height - 0.5 + hand.wobble() * StrictMath.sin(waves * x + hand.wobblePhaseY());
    double wide = bentX * hand.aspect() - hand.slant() * bentY;
    double cosine = StrictMath.cos(hand.rotation());
    double sine = StrictMath.sin(hand.rotation());
    xs[points] = (float) (wide * cosine - bentY * sine);
    ys[points] = (float) (wide * sine + bentY * cosine);
    points++;
  }

  /** Gives the line its width, in pixels: thin where the pen is fast and where it leaves. */
  private void press(int first) {
    int pieces = points - first - 1;
    double length = 0;
    for (int i = first + 1; i < points; i++) {
      length += distance(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }
    double meanSpeed = length / pieces;
    double slowness = 1;
    for (int i = first; i < points; i++) {
      int a = Math.max(first, i - 1);
      int b = Math.min(points - 1, i + 1);
      double speed = distance(xs[b] - xs[a], ys[b] - ys[a]) / (b - a) / meanSpeed;
      double pressure = 1 + hand.speedContrast() * (1 - Math.min(speed, 2)) * 0.6;
      slowness = 0.6 * slowness + 0.4 * pressure;
      double towardsEnd = (double) (i - first) / pieces;
      double leaving = 1 - hand.taper() * StrictMath.pow(towardsEnd, 6);
      halfWidths[i] = (float) (0.5 * hand.penPixels() * slowness * leaving);
    }
  }

  private static double distance(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }
}
