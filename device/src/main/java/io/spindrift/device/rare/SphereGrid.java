package io.spindrift.device.rare;

/**
 * A grid of latitudes and azimuths on the unit sphere, with bilinear interpolation.
 *
 * <p>Rows lie half a spacing from the poles; beyond a pole the row continues on the opposite
 * meridian.
 *
 * @param rows number of latitudes
 */
record SphereGrid(int rows) {
  int columns() {
    return 2 * rows;
  }

  int size() {
    return rows * columns();
  }

  double spacing() {
    return Math.PI / rows;
  }

  double x(int node) {
    return Math.sin(polar(node)) * Math.cos(azimuth(node));
  }

  double y(int node) {
    return Math.sin(polar(node)) * Math.sin(azimuth(node));
  }

  double z(int node) {
    return Math.cos(polar(node));
  }

  /** Solid angle of the cell of a node. */
  double solidAngle(int node) {
    double upper = Math.cos(polar(node) - 0.5 * spacing());
    double lower = Math.cos(polar(node) + 0.5 * spacing());
    return (upper - lower) * spacing();
  }

  /**
   * Writes the four nodes around a direction, and their weights, from {@code offset} on.
   *
   * <p>The direction need not be of unit length.
   */
  void locate(double x, double y, double z, int[] nodes, double[] weights, int offset) {
    double polar = Math.atan2(Math.sqrt(x * x + y * y), z) / spacing() - 0.5;
    double turn = Math.atan2(y, x) / spacing();
    int row = (int) Math.floor(polar);
    double down = polar - row;
    double column = turn < 0 ? turn + columns() : turn;
    int left = (int) Math.floor(column);
    double right = column - left;
    nodes[offset] = node(row, left);
    nodes[offset + 1] = node(row, left + 1);
    nodes[offset + 2] = node(row + 1, left);
    nodes[offset + 3] = node(row + 1, left + 1);
    weights[offset] = (1 - down) * (1 - right);
    weights[offset + 1] = (1 - down) * right;
    weights[offset + 2] = down * (1 - right);
    weights[offset + 3] = down * right;
  }

  /** The value of a table at a direction. */
  double interpolate(double[] values, double x, double y, double z) {
    int[] nodes = new int[4];
    double[] weights = new double[4];
    locate(x, y, z, nodes, weights, 0);
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += weights[i] * values[nodes[i]];
    }
    return sum;
  }

  private int node(int row, int column) {
    boolean beyond = row < 0 || row >= rows;
    int inside = row < 0 ? 0 : row >= rows ? rows - 1 : row;
    int turned = column + (beyond ? rows : 0);
    return inside * columns() + turned % columns();
  }

  private double polar(int node) {
    return (node / columns() + 0.5) * spacing();
  }

  private double azimuth(int node) {
    return node % columns() * spacing();
  }
}
