package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first handwritten digits of the MNIST test set, where the data are there. */
class DigitDiffusionTest {
  private static final int IMAGES = 60;
  private static final BitPlanes PLANES =
      BitPlanes.of(new PixelShape(IMAGES, 1, 28, 28), PlaneCode.GRAY, 4);

  private static byte[] digits() throws IOException {
    String data = System.getProperty("spindrift.data", "");
    Assumptions.assumeFalse(
        data.isBlank() || data.startsWith("$"), "no image data: pass -Dspindrift.data=DIR");
    Path file = Path.of(data, "mnist", "t10k-images-idx3-ubyte.gz");
    Assumptions.assumeTrue(Files.isReadable(file), "absent: mnist/t10k-images-idx3-ubyte.gz");
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      assertThat(in.readInt()).isEqualTo(0x803);
      assertThat(in.readInt()).isEqualTo(10_000);
      assertThat(in.readInt()).isEqualTo(28);
      assertThat(in.readInt()).isEqualTo(28);
      return in.readNBytes(IMAGES * 784);
    }
  }

  /**
   * 47,040 bits a plane, p = 0.1 and asymmetry 0.2: chi-square at every tenth step within a deviate
   * of 4 (3e-5), shares of ones within 4.5 standard errors.
   */
  @ParameterizedTest
  @EnumSource(Correction.class)
  void digitsFollowTheKernelAndTheCorrectionsRemoveTheBias(Correction correction)
      throws IOException {
    int spare = PlaneDiffusion.spareRows(PLANES, correction);
    CellArray array = new CellArray(PLANES.arrayShape(spare), CellKinds.nominal(), CellFaults.NONE);
    byte[] digits = digits();
    PLANES.store(digits, array);
    PlaneBits first = PlaneBits.of(PLANES, array, false);
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.constant(30, 0.1), new StatedDial(0.2), correction);
    PlaneDiffusion diffusion =
        new PlaneDiffusion(
            PLANES, process, array, new Ledger().stage("diffusion"), StreamKey.root(31));
    try (Workers workers = new Workers(2)) {
      while (diffusion.step() < 30) {
        diffusion.advance(workers);
        if (diffusion.step() % 10 == 0) {
          List<MarginalCheck> checks = MarginalCheck.of(diffusion.law(), first, diffusion.bits());
          assertThat(MarginalCheck.chiSquareDeviate(checks)).isLessThan(4);
        }
      }
    }
    // Most pixels are black, so the correlation of 0.8^30 that is left shows as well: 0.0006.
    double bias = correction == Correction.NONE ? 0.1 : 0;
    double left = correction == Correction.INVERSION ? 0.012 : 7e-4;
    for (int plane = 0; plane < 4; plane++) {
      double share = diffusion.bits().shareOfOnes(plane);
      assertThat(share - 0.5).isCloseTo(bias, within(2.25 / Math.sqrt(47_040) + left));
    }
  }
}
