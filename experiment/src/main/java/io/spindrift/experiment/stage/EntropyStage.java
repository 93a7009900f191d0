package io.spindrift.experiment.stage;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.certificate.BitCertificate;
import io.spindrift.entropy.certificate.GaussianCertificate;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.experiment.config.EntropyConfig;
import io.spindrift.experiment.run.StageReading.BitReading;
import io.spindrift.experiment.run.StageReading.CheckReading;
import io.spindrift.experiment.run.StageReading.EntropyReading;
import io.spindrift.experiment.run.StageReading.NoiseReading;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Bits of the array with their certificate, and the Gaussian samples made of them. */
public final class EntropyStage implements Stage {
  private static final int LAGS = 64;
  private static final int BLOCK_WORDS = 1 << 12;

  @Override
  public String name() {
    return "entropy";
  }

  @Override
  public Result run(StageContext context) {
    EntropyConfig config = context.config().entropy();
    MemoryNoise noise = context.bench().noise();
    Ledger.Stage ledger = context.bench().ledger().stage("certificate");
    BitSource bits = noise.bits(ledger);
    long[] words = draw(context, bits, config.certificateBits());
    context.progress().checkStopped();
    BitCertificate certificate =
        certify(context, bits.name(), BitSequence.of(words, config.certificateBits()));
    Table correlation = Autocorrelation.table(words, config.certificateBits(), LAGS);
    context.directory().write(correlation);
    context.progress().checkStopped();
    NoiseReading quality = noise(context, noise, ledger);
    Map<String, CheckReading> checks = FamilyReading.of(certificate.family());
    NonIidAssessment assessment = certificate.assessment();
    BitReading reading =
        new BitReading(
            bits.name(),
            config.certificateBits(),
            noise.array().rows() * noise.array().columns(),
            config.xorFold(),
            certificate.shareOfOnes(),
            correlation.numbers("correlation")[0],
            certificate.family().level(),
            certificate.family().passed(),
            certificate.power().ofBits(),
            assessment == null ? null : assessment.assessedBitsPerSymbol());
    return new Result(
        new EntropyReading(reading, checks, quality),
        String.format(
            Locale.ROOT,
            "%d of %d p-values stand, share of ones %.5f; noise: distance to normal %.4f, reach"
                + " %.1f sigma",
            certificate.family().judged() - certificate.family().rejected().size(),
            certificate.family().judged(),
            reading.onesShare(),
            quality.kolmogorovSmirnov(),
            quality.reachSigma()));
  }

  /** Every test, and the estimate of entropy where there are enough bits for it. */
  private static BitCertificate certify(StageContext context, String source, BitSequence bits) {
    BitCertificate certificate = BitCertificate.of(source, bits);
    if (bits.length() < BitCertificate.ASSESSABLE_BITS) {
      return certificate;
    }
    byte[] values = new byte[BitCertificate.ASSESSABLE_BITS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) bits.bit(i);
    }
    return certificate.with(
        NonIidAssessment.of(new Symbols(values, 1), context.workers(), context.progress()));
  }

  private static long[] draw(StageContext context, BitSource bits, int count) {
    long[] words = new long[(count + 63) / 64];
    int blocks = Math.ceilDiv(words.length, BLOCK_WORDS);
    StreamKey key = context.bench().key().purpose("certificate");
    try (Progress.Task task = context.progress().begin("bits", blocks, "blocks")) {
      context
          .workers()
          .forEach(
              blocks,
              block -> {
                context.progress().checkStopped();
                int first = block * BLOCK_WORDS;
                int length = Math.min(BLOCK_WORDS, words.length - first);
                long[] drawn = new long[length];
                bits.fill(key.at(block), drawn, Math.min(64 * length, count - 64 * first));
                System.arraycopy(drawn, 0, words, first, length);
                task.advance(1);
              });
    }
    return words;
  }

  private static NoiseReading noise(StageContext context, MemoryNoise noise, Ledger.Stage ledger) {
    GaussianSource source = noise.gaussian(ledger);
    float[] samples = new float[context.config().entropy().noiseSamples()];
    source.fill(context.bench().key().purpose("noise quality"), samples, 0, samples.length);
    BinomialLattice lattice = noise.lattice();
    context.directory().write(NoiseHistogram.table(samples, 1 / lattice.scale()));
    GaussianCertificate found =
        GaussianCertificate.of(source.name(), samples, source.reachSigma(), lattice);
    return new NoiseReading(
        source.name(),
        noise.bitsPerSample(),
        samples.length,
        found.moments().mean(),
        found.moments().variance(),
        found.moments().skewness(),
        found.moments().excessKurtosis(),
        found.kolmogorovSmirnov(),
        found.reachSigma(),
        BinomialLattice.fair(noise.bitsPerSample()).kolmogorovSmirnov(),
        FamilyReading.of(found.normal()),
        FamilyReading.of(Objects.requireNonNull(found.stated())),
        found.power().ofSamples());
  }
}
