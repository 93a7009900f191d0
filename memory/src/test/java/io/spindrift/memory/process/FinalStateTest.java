package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.certificate.BitCertificate;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.memory.array.CellKinds;
import org.junit.jupiter.api.Test;

class FinalStateTest {
  private static final int FOLD = 2;

  /** 128 images of 16 x 16 pixels in eight planes: 131,072 bits after folding two rows into one. */
  private static BitSequence folded(Correction correction) {
    BitPlanes planes = DiffusionRun.planes(128, 16, 8);
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.cosine(12, 0.003), new StatedDial(0.2), correction);
    DiffusionRun run = new DiffusionRun(planes, process, CellKinds.nominal(), 21).advance(12);
    return run.diffusion.bits().fold(FOLD);
  }

  /** False alarm 1 % by the certificate's own level. */
  @Test
  void bitsOfTheLastStatePassTheCertificateAfterFolding() {
    BitSequence bits = folded(Correction.NOISE_ROW);
    BitCertificate certificate = BitCertificate.of("diffused planes", bits);
    assertThat(bits.length()).isEqualTo(128 * 256 * 8 / FOLD);
    assertThat(certificate.family().rejected()).isEmpty();
    assertThat(certificate.family().passed()).isTrue();
  }

  /** The share 0.6 leaves 2 % after the fold, 14 standard errors; within 5 of what is predicted. */
  @Test
  void withoutCorrectionTheBiasThatIsLeftFailsTheCertificate() {
    BitSequence bits = folded(Correction.NONE);
    BitCertificate certificate = BitCertificate.of("diffused planes", bits);
    assertThat(certificate.family().passed()).isFalse();
    assertThat(0.5 - certificate.shareOfOnes())
        .isCloseTo(
            XorFold.residualOffset(0.1, FOLD), within(2.5 / Math.sqrt(bits.length()) + 2e-4));
  }
}
