package io.spindrift.device.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void scalarTwinOfEachVectorKernelGivesTheSameBits() {
    SpinEnsemble single = new Float32Ensemble(0.05, 40, new ScalarFloat32());
    SpinEnsemble twice = new Float64Ensemble(0.05, 40, new ScalarFloat64());
    assertThat(EnsembleRun.digest(EnsembleRun.run(single, 0), 40))
        .isEqualTo(EnsembleRun.digest(Kernel.FLOAT32, 40));
    assertThat(EnsembleRun.digest(EnsembleRun.run(twice, 0), 40))
        .isEqualTo(EnsembleRun.digest(Kernel.FLOAT64, 40));
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void widthOfTheVectorsChangesNoBit(int bits) throws IOException, InterruptedException {
    assertThat(child("--add-modules=jdk.incubator.vector", "-Dspindrift.vectorBits=" + bits))
        .containsExactly(
            Long.toString(EnsembleRun.digest(Kernel.FLOAT32, 40)),
            Long.toString(EnsembleRun.digest(Kernel.FLOAT64, 40)),
            "vectors");
  }

  @Test
  void withoutTheVectorModuleTheSameBitsComeSlowlyAndOneSentenceSaysSo()
      throws IOException, InterruptedException {
    assertThat(child())
        .containsExactly(
            Long.toString(EnsembleRun.digest(Kernel.FLOAT32, 40)),
            Long.toString(EnsembleRun.digest(Kernel.FLOAT64, 40)),
            "kernel float32 runs without vector instructions, many times slower, because the"
                + " module jdk.incubator.vector is absent; start Java with --add-modules"
                + " jdk.incubator.vector");
  }

  @ParameterizedTest
  @EnumSource
  void trajectoryDependsOnItsOwnStreamAlone(Kernel kernel) {
    SpinEnsemble all = EnsembleRun.run(Kernels.ensemble(kernel, 0.05, 50), 0);
    SpinEnsemble some = EnsembleRun.run(Kernels.ensemble(kernel, 0.05, 7), 20);
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.mx(i)).isEqualTo(all.mx(20 + i));
      assertThat(some.my(i)).isEqualTo(all.my(20 + i));
      assertThat(some.mz(i)).isEqualTo(all.mz(20 + i));
      assertThat(some.mz(i)).isNotEqualTo(all.mz(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lengthIsKept(Kernel kernel) {
    SpinEnsemble spins = EnsembleRun.run(Kernels.ensemble(kernel, 0.05, 50), 0);
    for (int i = 0; i < spins.size(); i++) {
      double norm = Math.hypot(Math.hypot(spins.mx(i), spins.my(i)), spins.mz(i));
      assertThat(norm).isCloseTo(1, within(kernel == Kernel.FLOAT32 ? 3e-7 : 1e-14));
    }
  }

  @ParameterizedTest
  @EnumSource
  void stateThatIsNotFiniteIsToldWithTimeStepAndState(Kernel kernel) {
    SpinEnsemble spins = Kernels.ensemble(kernel, 0.1, 3);
    for (int i = 0; i < 3; i++) {
      spins.start(i, 0, 0, 1, StreamKey.root(1).at(i).open());
    }
    LinearField broken = new LinearField(Double.NaN, 0, 0, 0, 0, 0);
    assertThatThrownBy(() -> spins.advance(new Segment(broken, 5, 1e-12, 0, 0), Progress.NONE))
        .isInstanceOf(NumericalFailure.class)
        .hasMessageContaining("magnetisation must stay finite, but was (NaN")
        .hasMessageContaining("5.00000e-12 s, step 5");
  }

  @ParameterizedTest
  @EnumSource
  void wishToStopEndsALongSegmentSoon(Kernel kernel) {
    SpinEnsemble spins = EnsembleRun.run(Kernels.ensemble(kernel, 0.05, 16), 0);
    Progress stopped =
        new Progress() {
          @Override
          public Task begin(String title, long total, String unit) {
            return Progress.NONE.begin(title, total, unit);
          }

          @Override
          public void checkStopped() {
            throw new Stopped();
          }
        };
    LinearField field = new LinearField(0.02, 0, 0, 0, 0, 0.08);
    Segment endless = new Segment(field, Long.MAX_VALUE, 1e-12, 0.01, 0);
    assertThatThrownBy(() -> spins.advance(endless, stopped)).isInstanceOf(Progress.Stopped.class);
  }

  /** Lines that {@link EnsembleRun} writes in a Java of its own. */
  private List<String> child(String... options) throws IOException, InterruptedException {
    Path file = folder.resolve("digests");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EnsembleRun.class.getName(),
            file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(file);
  }
}
