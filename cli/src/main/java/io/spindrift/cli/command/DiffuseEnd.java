package io.spindrift.cli.command;

import io.spindrift.entropy.certificate.BitCertificate;
import io.spindrift.entropy.certificate.FamilyVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Bits of the last state: how far their planes are off one half, and whether they pass for fair and
 * independent after conditioning.
 *
 * @param biases bias of each plane
 * @param condition what was done before the bits were examined
 * @param predictedShare share of ones of the conditioned bits by the law
 * @param certificate the tests of SP 800-22 and of autocorrelation; empty when no bit was left
 */
record DiffuseEnd(
    List<DiffuseBias> biases,
    String condition,
    OptionalDouble predictedShare,
    Optional<BitCertificate> certificate) {
  boolean passes() {
    return certificate.isPresent() && certificate.get().family().passed();
  }

  /** Passed, failed or undecided. */
  String verdict() {
    return certificate
        .map(made -> made.family().verdict().toString().toLowerCase(Locale.ROOT))
        .orElse("undecided");
  }

  Map<String, Object> document() {
    return JsonOutput.object(
        "planes",
        biases.stream()
            .map(bias ->
                JsonOutput.object(
                    "plane", bias.plane(),
                    "startOnesShare", bias.startShare(),
                    "uncorrectedBias",
                        bias.uncorrected().isPresent() ? bias.uncorrected().getAsDouble() : null,
                    "predictedBias", bias.predicted(),
                    "bias", bias.measured(),
                    "biasError", bias.error()))
            .toList(),
        "certificate",
        examined());
  }

  private Map<String, Object> examined() {
    Map<String, Object> document =
        JsonOutput.object("condition", condition, "verdict", verdict(), "passes", passes());
    predictedShare.ifPresent(share -> document.put("predictedOnesShare", share));
    certificate.ifPresent(made -> {
      document.put("bits", made.bitCount());
      document.put("onesShare", made.shareOfOnes());
      document.put("level", made.family().level());
      document.put("judged", made.family().judged());
      document.put("rejected", rejected(made));
      document.put("biasRevealed", made.power().bitBias());
    });
    return document;
  }

  private static List<String> rejected(BitCertificate certificate) {
    return certificate.family().rejected().stream().map(FamilyVerdict.Member::title).toList();
  }

  void print(Session session) {
    TextTable table =
        new TextTable(
            "plane",
            "ones, start",
            "bias without correction",
            "bias, law",
            "bias, counted",
            "its deviation");
    biases.forEach(bias ->
        table.add(
            String.valueOf(bias.plane()),
            "%.4f".formatted(bias.startShare()),
            bias.uncorrected().isPresent()
                ? "%+.4f".formatted(bias.uncorrected().getAsDouble())
                : "not reachable",
            "%+.4f".formatted(bias.predicted()),
            "%+.4f".formatted(bias.measured()),
            "%.4f".formatted(bias.error())));
    session.print("bias of the planes after the last step (share of ones - 1/2):");
    table.print(session.out());
    certificate.ifPresentOrElse(
        made -> print(session, made),
        () ->
            session.print(
                "certificate of the last state: undecided, conditioning by %s left no bit",
                condition));
  }

  private void print(Session session, BitCertificate made) {
    FamilyVerdict family = made.family();
    session.print(
        "certificate of the last state, condition %s: %s (%d of %d results rejected, fair bits fail"
            + " in %s of all runs)",
        condition,
        family.passed() ? "passed" : verdict().toUpperCase(Locale.ROOT),
        family.rejected().size(),
        family.judged(),
        "%.2g".formatted(family.level()));
    session.print(
        "share of ones after conditioning: %.5f counted%s",
        made.shareOfOnes(),
        predictedShare.isPresent()
            ? ", %.5f by the law".formatted(predictedShare.getAsDouble())
            : "");
    session.print("%s", made.power().ofBits());
    rejected(made).stream().limit(5).forEach(title -> session.print("rejected: %s", title));
  }
}
