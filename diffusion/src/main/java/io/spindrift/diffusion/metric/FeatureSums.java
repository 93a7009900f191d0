package io.spindrift.diffusion.metric;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums of features and of their products, kept apart for equal groups of images.
 *
 * <p>The groups make resampling as cheap for 60,000 images as for 1,000. Each run of as many images
 * as there are groups is dealt out in a keyed random order, one image to each group, so that
 * neither an order by class nor a class cycle can line up with the groups. All sums are taken about
 * the first image, which avoids cancellation. The result does not depend on how images are batched.
 */
public final class FeatureSums {
  private static final int MOST_GROUPS = 100;
  private static final int FEWEST_GROUPS = 8;
  private static final long GROUP_BYTES = 256L << 20;

  private final int features;
  private final StreamKey key;
  private final int[] deal;
  private final long[] counts;
  private final double[][] sums;
  private final double[][] products;
  private final double[] origin;
  private final double[] row;
  private long count;

  /** Sums of {@code features} features per image, with groups that {@code key} deals out. */
  public FeatureSums(int features, StreamKey key) {
    this.features = Require.inRange("features", features, 1, 8192);
    this.key = key.purpose("metric/groups");
    long each = 8L * features * features;
    int groups = Math.clamp(GROUP_BYTES / each, FEWEST_GROUPS, MOST_GROUPS);
    this.deal = new int[groups];
    this.counts = new long[groups];
    this.sums = new double[groups][features];
    this.products = new double[groups][features * features];
    this.origin = new double[features];
    this.row = new double[features];
  }

  /** Number of features per image. */
  public int features() {
    return features;
  }

  /** Number of images so far. */
  public long count() {
    return count;
  }

  /** Number of groups. */
  public int groups() {
    return counts.length;
  }

  /**
   * Adds images, given as [image, feature].
   *
   * @throws NumericalFailure when a feature is not finite
   */
  public void add(float[] rows, int images) {
    for (int image = 0; image < images; image++) {
      for (int f = 0; f < features; f++) {
        double value = rows[image * features + f];
        if (!Double.isFinite(value)) {
          throw new NumericalFailure(
              "feature " + f + " of image " + count + " must be finite, but was " + value);
        }
        if (count == 0) {
          origin[f] = value;
        }
        row[f] = value - origin[f];
      }
      addTo(nextGroup());
      count++;
    }
  }

  private int nextGroup() {
    int place = (int) (count % deal.length);
    if (place == 0) {
      RandomStream random = key.at(count / deal.length).open();
      for (int i = 0; i < deal.length; i++) {
        int other = random.nextInt(i + 1);
        deal[i] = deal[other];
        deal[other] = i;
      }
    }
    return deal[place];
  }

  private void addTo(int group) {
    double[] sum = sums[group];
    double[] product = products[group];
    for (int i = 0; i < features; i++) {
      double value = row[i];
      sum[i] += value;
      int base = i * features;
      for (int j = i; j < features; j++) {
        product[base + j] += value * row[j];
      }
    }
    counts[group]++;
  }

  /**
   * Mean and covariance of all images.
   *
   * @throws UnusableInput when there are fewer than two images
   */
  public FeatureStatistics statistics() {
    boolean[] all = new boolean[counts.length];
    Arrays.fill(all, true);
    return of(all);
  }

  /**
   * Mean and covariance of a random half of the groups.
   *
   * @throws UnusableInput when there are fewer than two images
   */
  FeatureStatistics half(RandomStream random) {
    FewImages.require("one", count);
    int[] filled = filled();
    return of(chosen(shuffled(filled, random), Math.max((filled.length + 1) / 2, 2)));
  }

  /** The groups that hold images, in random order. */
  int[] shuffled(RandomStream random) {
    return shuffled(filled(), random);
  }

  /** Mean and covariance of the first {@code groups} groups of an order. */
  FeatureStatistics first(int[] order, int groups) {
    return of(chosen(order, groups));
  }

  /** Images in the first {@code groups} groups of an order. */
  long images(int[] order, int groups) {
    return Arrays.stream(order, 0, groups).mapToLong(g -> counts[g]).sum();
  }

  private int[] filled() {
    return IntStream.range(0, counts.length).filter(g -> counts[g] > 0).toArray();
  }

  private boolean[] chosen(int[] order, int groups) {
    boolean[] chosen = new boolean[counts.length];
    for (int i = 0; i < groups; i++) {
      chosen[order[i]] = true;
    }
    return chosen;
  }

  /** Draws without replacement. */
  private static int[] shuffled(int[] groups, RandomStream random) {
    List<Integer> left = new ArrayList<>(Arrays.stream(groups).boxed().toList());
    int[] order = new int[groups.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = left.remove(random.nextInt(left.size()));
    }
    return order;
  }

  private FeatureStatistics of(boolean[] chosen) {
    FewImages.require("one", count);
    long n = 0;
    double[] mean = new double[features];
    double[] covariance = new double[features * features];
    for (int group = 0; group < chosen.length; group++) {
      if (chosen[group]) {
        n += counts[group];
        accumulate(mean, sums[group]);
        accumulate(covariance, products[group]);
      }
    }
    for (int i = 0; i < features; i++) {
      mean[i] /= n;
    }
    for (int i = 0; i < features; i++) {
      for (int j = i; j < features; j++) {
        double value = (covariance[i * features + j] - n * mean[i] * mean[j]) / (n - 1);
        covariance[i * features + j] = value;
        covariance[j * features + i] = value;
      }
    }
    for (int i = 0; i < features; i++) {
      mean[i] += origin[i];
    }
    return new FeatureStatistics(n, mean, covariance);
  }

  private static void accumulate(double[] total, double[] part) {
    for (int i = 0; i < total.length; i++) {
      total[i] += part[i];
    }
  }
}
