package io.spindrift.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The gradient of a batch's mean error, from shards of the batch that threads share.
 *
 * <p>The batch is cut into shards of {@link #SHARD} images whatever the number of threads. Each
 * shard has its own gradient; they are summed in the order of the shards, weighted by their share
 * of the images, so that the sum is the same bit for bit on any number of threads.
 */
final class ShardedGradient implements AutoCloseable {
  /** Images of a shard; the last shard of a batch may be smaller. */
  static final int SHARD = 32;

  private final LibTorch library;
  private final ParameterTable table;
  private final List<FlatWeights> replicas = new ArrayList<>();

  /** The mean error of some images of a batch, as a tensor to differentiate. */
  interface ShardError {
    Tensor of(FlatWeights weights, int from, int count);
  }

  /**
   * Prepares the first shard.
   *
   * @param weights receives the gradient; closed by its owner
   */
  ShardedGradient(LibTorch library, ParameterTable table, FlatWeights weights) {
    this.library = library;
    this.table = table;
    replicas.add(weights);
  }

  /** Leaves the gradient of the batch's mean error in the weights and returns the error. */
  double of(int batch, ShardError error) {
    int shards = Math.ceilDiv(batch, SHARD);
    while (replicas.size() < shards) {
      replicas.add(replicas.getFirst().replica(library, table));
    }
    double[] errors = new double[shards];
    library
        .crew()
        .forEach(
            shards,
            shard -> errors[shard] = differentiate(replicas.get(shard), batch, shard, error));
    return library.compute(() -> sum(batch, errors));
  }

  private double differentiate(FlatWeights replica, int batch, int shard, ShardError error) {
    return library.differentiate(() -> {
      replica.gradient().zero_();
      Tensor mean = error.of(replica, shard * SHARD, count(batch, shard));
      mean.backward();
      return mean.item_double();
    });
  }

  private double sum(int batch, double[] errors) {
    Tensor gradient = replicas.getFirst().gradient();
    double error = 0;
    for (int shard = 0; shard < errors.length; shard++) {
      double share = count(batch, shard) / (double) batch;
      error += share * errors[shard];
      if (shard == 0) {
        gradient.mul_(new Scalar(share));
      } else {
        gradient.add_(replicas.get(shard).gradient(), new Scalar(share));
      }
    }
    return error;
  }

  private static int count(int batch, int shard) {
    return Math.min(SHARD, batch - shard * SHARD);
  }

  /** Closes what it made itself. */
  @Override
  public void close() {
    replicas.subList(1, replicas.size()).forEach(FlatWeights::close);
  }
}
