package io.spindrift.diffusion.metric.pairs;

import java.util.Arrays;

/** The plain reference of {@link ProductTile}. */
final class ScalarTile implements ProductTile {
  static final ScalarTile INSTANCE = new ScalarTile();
  private static final int WIDTH = 8;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void multiply(
      double[] a, int aAt, double[] b, int bAt, int depth, double[] target, int at, int stride) {
    for (int row = 0; row < ROWS; row++) {
      int to = at + row * stride;
      Arrays.fill(target, to, to + WIDTH, 0);
      for (int k = 0; k < depth; k++) {
        double x = a[aAt + k * ROWS + row];
        int from = bAt + k * WIDTH;
        for (int column = 0; column < WIDTH; column++) {
          target[to + column] = Math.fma(x, b[from + column], target[to + column]);
        }
      }
    }
  }

  private ScalarTile() {}
}
