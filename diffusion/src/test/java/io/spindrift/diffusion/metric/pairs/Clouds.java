package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/** Feature vectors of independent normal numbers, and plain distances. */
final class Clouds {
  static FeatureMatrix normal(long seed, int rows, int features, double shift) {
    RandomStream random = StreamKey.root(seed).open();
    float[] values = new float[rows * features];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (shift + random.nextGaussian());
    }
    return new FeatureMatrix(rows, features, values);
  }

  static FeatureMatrix line(double... places) {
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = (float) places[i];
    }
    return new FeatureMatrix(places.length, 1, values);
  }

  static double product(FeatureMatrix a, int i, FeatureMatrix b, int j) {
    double sum = 0;
    for (int k = 0; k < a.features(); k++) {
      sum += (double) a.values()[i * a.features() + k] * b.values()[j * b.features() + k];
    }
    return sum;
  }

  static double squared(FeatureMatrix a, int i, FeatureMatrix b, int j) {
    double sum = 0;
    for (int k = 0; k < a.features(); k++) {
      double difference =
          (double) a.values()[i * a.features() + k] - b.values()[j * b.features() + k];
      sum += difference * difference;
    }
    return sum;
  }

  private Clouds() {}
}
