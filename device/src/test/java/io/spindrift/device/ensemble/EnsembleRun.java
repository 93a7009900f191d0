package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A short run of an ensemble, and the digest of its final state; also a program of its own. */
final class EnsembleRun {
  /** Writes the digests of both precisions and the warning into a file, one a line. */
  public static void main(String[] file) throws IOException {
    Files.write(
        Path.of(file[0]),
        List.of(
            Long.toString(digest(Kernel.FLOAT32, 40)),
            Long.toString(digest(Kernel.FLOAT64, 40)),
            Kernels.warning(Kernel.FLOAT32).orElse("vectors")));
  }

  /** A number that changes with any bit of any spin. */
  static long digest(Kernel kernel, int size) {
    return digest(run(Kernels.ensemble(kernel, 0.05, size), 0), size);
  }

  static long digest(SpinEnsemble spins, int count) {
    long digest = 17;
    for (int i = 0; i < count; i++) {
      for (double value : new double[] {spins.mx(i), spins.my(i), spins.mz(i)}) {
        digest = 31 * digest + Double.doubleToLongBits(value);
      }
    }
    return digest;
  }

  /** Trajectories from {@code first} on through a plain, a twisted and a one-step segment. */
  static SpinEnsemble run(SpinEnsemble spins, int first) {
    for (int i = 0; i < spins.size(); i++) {
      spins.start(i, 0.6, 0, 0.8, StreamKey.root(5).at(first + i).open());
    }
    LinearField plain = new LinearField(0.02, 0.01, -0.01, 0.01, 0.03, 0.08);
    LinearField twisted = new LinearField(0.02, 0, 0, 0, 0, 0.08, 0.004);
    spins.advance(new Segment(plain, 37, 1e-12, 0.01, 0), Progress.NONE);
    spins.advance(new Segment(twisted, 1, 0.7e-12, 0.01, 0), Progress.NONE);
    spins.advance(new Segment(twisted, 22, 1e-12, 0.01, 0), Progress.NONE);
    return spins;
  }

  private EnsembleRun() {}
}
