package io.spindrift.cli.command;

import io.spindrift.entropy.certificate.GaussianCertificate;
import io.spindrift.entropy.certificate.GaussianPortrait;
import io.spindrift.entropy.certificate.GaussianTally;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.recorded.RecordedSamples;
import io.spindrift.experiment.report.CertificateSubject;
import io.spindrift.experiment.report.GaussianCertificatePage;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code entropy test --suite gaussian}: are the samples of a file standard normal?
 *
 * @param samples the file
 * @param summedBits bits of which each sample is the standardised sum, null when it is not stated
 */
record GaussianSuiteRun(RecordedSamples samples, @Nullable Integer summedBits) {
  /**
   * Reads the samples, prints what was found and writes the page that was asked for.
   *
   * @param page where the page goes, null for none
   * @param command the words of the command, for the page
   * @return the exit status: of the stated law where one is given, else of the standard normal
   */
  int call(Session session, CommonOptions common, @Nullable Path page, List<String> command) {
    GaussianTally tally = gather(common.progress(session));
    GaussianCertificate certificate = certificate(tally);
    if (page != null) {
      GaussianCertificatePage.write(
          page, subject(command), certificate, GaussianPortrait.of(tally));
    }
    GaussianView view = new GaussianView(samples, certificate);
    if (common.json) {
      JsonOutput.print(session.out(), view.json());
    } else {
      view.print(session);
    }
    return view.deciding().passed() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
  }

  private GaussianTally gather(Progress progress) {
    GaussianTally tally = new GaussianTally();
    samples.forEachBlock(block -> tally.add(block, 0, block.length), progress);
    if (tally.count() < GaussianCertificate.FEWEST_SAMPLES) {
      throw new UnusableInput(
          samples.file()
              + " must hold at least "
              + GaussianCertificate.FEWEST_SAMPLES
              + " samples, but holds "
              + tally.count());
    }
    if (tally.lowest() == tally.highest()) {
      throw new UnusableInput(
          samples.file() + " must hold samples that differ, but all are " + tally.lowest());
    }
    return tally;
  }

  private GaussianCertificate certificate(GaussianTally tally) {
    String name = String.valueOf(samples.file().getFileName());
    if (summedBits == null) {
      return GaussianCertificate.of(
          name, tally, Double.POSITIVE_INFINITY, null, GaussianCertificate.LEVEL);
    }
    int bits = summedBits;
    BinomialLattice law = GivenQuantity.checked(() -> BinomialLattice.fair(bits));
    return GaussianCertificate.of(name, tally, law.reachSigma(), law, GaussianCertificate.LEVEL);
  }

  private CertificateSubject subject(List<String> command) {
    return CertificateSubject.of(
        samples.file(),
        samples.format().name().toLowerCase(Locale.ROOT)
            + (summedBits == null ? "" : ", sums of " + summedBits + " fair bits"),
        null,
        command,
        Versions.spindrift());
  }
}
