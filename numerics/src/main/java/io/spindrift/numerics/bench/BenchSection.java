package io.spindrift.numerics.bench;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

/** A group of measurements that belong together and check their own results. */
public interface BenchSection {
  /** The name of the section, such as {@code "bits"}. */
  String name();

  /**
   * Measures on the calling thread, after a warm-up.
   *
   * @param seconds processor time that counts, per line; a section that times one fixed task
   *     ignores it
   * @param key where all chance comes from
   * @param progress told of each line and asked whether to stop
   * @throws NumericalFailure when a timed result is wrong
   */
  List<BenchLine> run(double seconds, StreamKey key, Progress progress);
}
