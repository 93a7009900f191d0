package io.spindrift.diffusion.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways in which people write the ten digits, as pen paths through a square of side 100.
 *
 * <p>A path is written as {@code "x y, x y! | x y, ..."}: the pen passes through the points (x to
 * the right, y down), turns a corner at a point marked {@code !}, and is lifted at a bar.
 */
final class DigitStyles {
  /** Styles by digit, each with its strokes. */
  private static final List<List<List<PenStroke>>> STYLES =
      List.of(
          styles(
              "55 2, 25 12, 5 45, 15 85, 48 99, 85 80, 96 45, 80 12, 52 1",
              "70 8, 45 2, 15 20, 4 55, 20 90, 52 99, 85 78, 95 40, 78 10, 55 4, 40 12",
              "60 5, 30 8, 8 40, 10 75, 40 98, 78 85, 96 50, 85 15, 62 0"),
          styles(
              "52 0, 50 50, 48 100",
              "56 0, 51 34, 48 68, 47 100",
              "32 22, 52 0!, 50 50, 49 100",
              "30 24, 52 0!, 51 50, 50 98 | 25 99, 50 97, 78 98"),
          styles(
              "8 25, 25 5, 55 0, 82 15, 80 40, 50 70, 8 97!, 45 95, 95 96",
              "10 22, 30 4, 60 0, 84 18, 78 45, 50 75, 22 96, 8 92, 12 78, 30 78, 55 92, 96 97",
              "8 18, 40 2, 80 6, 82 28, 50 65, 5 98!, 50 94, 95 92",
              "4 30, 22 6, 54 0, 76 16, 70 44, 40 74, 6 94!, 30 86, 60 98, 94 90"),
          styles(
              "10 12, 40 0, 75 8, 80 28, 62 44, 38 48!, 70 52, 90 72, 70 95, 35 100, 5 86",
              "10 4, 48 3, 88 3!, 62 25, 42 40!, 75 48, 90 70, 72 94, 38 100, 6 86",
              "12 14, 42 0, 76 10, 72 34, 48 46, 38 52, 46 56, 58 49, 84 62, 82 86, 50 100, 8 90"),
          styles(
              "18 2, 12 30, 10 55!, 50 56, 92 52 | 72 5, 68 50, 64 100",
              "62 0!, 35 30, 4 62!, 50 64, 98 62 | 64 2, 62 50, 60 100",
              "15 5, 8 35, 25 54, 60 48, 82 30 | 88 2, 78 45, 70 100",
              "20 0, 12 28, 8 50!, 40 54, 76 50 | 80 4, 74 52, 72 100"),
          styles(
              "85 3, 50 4, 20 5!, 16 25, 12 44!, 45 38, 82 52, 88 76, 62 97, 30 100, 4 90",
              "22 4, 18 25, 14 46!, 50 38, 86 55, 84 82, 50 100, 5 92 | 20 4, 55 5, 92 0",
              "90 4, 45 2, 20 14, 24 36, 60 48, 86 66, 70 94, 35 100, 4 88",
              "26 12, 20 28, 16 44!, 44 40, 74 54, 76 78, 52 98, 22 98, 6 88 | 24 12, 60 6, 100 0"),
          styles(
              "75 2, 40 18, 12 52, 10 82, 40 100, 78 90, 86 66, 62 50, 32 58, 14 78",
              "60 0, 30 25, 12 60, 22 92, 55 100, 84 82, 78 60, 50 54, 22 66, 14 78",
              "70 0, 38 32, 14 70, 30 96, 62 98, 80 78, 62 60, 30 66, 18 80",
              "48 0, 18 28, 6 66, 28 97, 64 98, 94 76, 74 56, 46 60, 34 78, 48 94"),
          styles(
              "5 6, 45 5, 92 4!, 68 45, 42 100",
              "5 6, 45 5, 92 4!, 68 45, 42 100 | 28 50, 55 48, 82 46",
              "8 22, 10 5!, 50 7, 92 3!, 66 48, 50 100",
              "6 10, 40 2, 80 4, 88 14, 70 45, 52 100"),
          styles(
              "80 12, 50 0, 18 12, 22 34, 50 48, 80 66, 82 90, 48 100, 14 88, 18 66, 48 48, 78 32,"
                  + " 80 10",
              "50 0, 20 10, 22 38, 50 47, 80 36, 78 10, 48 1 | 50 47, 14 62, 14 90, 50 100, 88 88,"
                  + " 84 60, 48 46",
              "50 46, 22 32, 24 8, 52 0, 80 12, 74 34, 50 47, 16 66, 18 92, 52 100, 86 86, 78 62,"
                  + " 48 46"),
          styles(
              "82 14, 50 0, 14 16, 10 42, 40 54, 72 42, 84 12!, 82 50, 78 100",
              "84 18, 55 0, 18 12, 10 40, 38 54, 74 42, 86 14, 86 50, 74 85, 42 100, 12 92",
              "78 10, 40 2, 12 28, 24 50, 56 44, 80 12!, 70 55, 52 100"));

  /**
   * One path of the pen from touching the paper to leaving it.
   *
   * @param xs points to the right, 0 to 1
   * @param ys points down, 0 to 1
   * @param corners whether the pen turns a corner there
   */
  record PenStroke(float[] xs, float[] ys, boolean[] corners) {}

  /** Number of digit classes. */
  static int digits() {
    return STYLES.size();
  }

  /** Number of ways to write a digit. */
  static int styles(int digit) {
    return STYLES.get(digit).size();
  }

  /** The strokes of one way to write a digit. */
  static List<PenStroke> strokes(int digit, int style) {
    return STYLES.get(digit).get(style);
  }

  private static List<List<PenStroke>> styles(String... paths) {
    return Arrays.stream(paths)
        .map(path -> Arrays.stream(path.split("\\|")).map(DigitStyles::stroke).toList())
        .toList();
  }

  private static PenStroke stroke(String path) {
    List<String> points = new ArrayList<>(Arrays.asList(path.trim().split("\\s*,\\s*")));
    float[] xs = new float[points.size()];
    float[] ys = new float[points.size()];
    boolean[] corners = new boolean[points.size()];
    for (int i = 0; i < xs.length; i++) {
      String point = points.get(i);
      corners[i] = point.endsWith("!");
      String[] numbers = point.replace("!", "").split(" ");
      xs[i] = Float.parseFloat(numbers[0]) / 100;
      ys[i] = Float.parseFloat(numbers[1]) / 100;
    }
    return new PenStroke(xs, ys, corners);
  }

  private DigitStyles() {}
}
