package io.spindrift.cli.command;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.certificate.BitCertificate;
import io.spindrift.entropy.certificate.BitPortrait;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.sp80022.ReferenceConstants;
import io.spindrift.entropy.sp80022.SequenceSupply;
import io.spindrift.entropy.sp80022.SuiteReport;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.experiment.report.BitCertificatePage;
import io.spindrift.experiment.report.CertificateSubject;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that {@code entropy test --certificate} writes, gathered while sequences go by. */
final class BitCertificateFile {
  private final Path target;
  private final boolean estimated;
  private final BitPortrait portrait = new BitPortrait();
  private final byte[] first;
  private int kept;

  /**
   * Begins a page.
   *
   * @param target where it goes
   * @param estimated whether the entropy of the first bits is estimated by SP 800-90B too
   */
  BitCertificateFile(Path target, boolean estimated) {
    this.target = target;
    this.estimated = estimated;
    this.first = new byte[estimated ? BitCertificate.ASSESSABLE_BITS : 0];
  }

  /** A supply of the same sequences, each looked at on its way. */
  SequenceSupply watching(SequenceSupply supply) {
    return () -> {
      Optional<BitSequence> next = supply.next();
      next.ifPresent(this::look);
      return next;
    };
  }

  private void look(BitSequence bits) {
    portrait.add(bits);
    for (int i = 0; i < bits.length() && kept < first.length; i++) {
      first[kept++] = (byte) bits.bit(i);
    }
  }

  /** Writes the page. */
  void write(
      BitRecord record,
      String order,
      ReferenceConstants constants,
      SuiteReport report,
      List<String> command,
      int threads,
      Progress progress) {
    CertificateSubject subject =
        CertificateSubject.of(
            record.file(), layout(record, order), null, command, Versions.spindrift());
    String words = constants == ReferenceConstants.STS ? "STS 2.1.2, mistakes included" : "exact";
    BitCertificatePage.write(
        target, subject, report, words, portrait, assessment(threads, progress));
  }

  private @Nullable NonIidAssessment assessment(int threads, Progress progress) {
    if (!estimated) {
      return null;
    }
    if (kept < first.length) {
      throw new UnusableInput(
          "--estimate-entropy needs "
              + first.length
              + " bits in the sequences tested, but there are "
              + kept);
    }
    try (Workers workers = new Workers(threads)) {
      return NonIidAssessment.of(new Symbols(first, 1), workers, progress);
    }
  }

  private static String layout(BitRecord record, String order) {
    return switch (record.format()) {
      case PACKED ->
          order.equals("lsb")
              ? "packed, least significant bit first"
              : "packed, most significant bit first";
      case BYTES -> "one bit a byte";
      case ASCII -> "characters 0 and 1";
    };
  }
}
