package io.spindrift.experiment.stage;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.certificate.BitCertificate;
import io.spindrift.entropy.certificate.NoiseQuality;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.experiment.config.EntropyConfig;
import io.spindrift.experiment.run.StageReading.BitReading;
import io.spindrift.experiment.run.StageReading.CheckReading;
import io.spindrift.experiment.run.StageReading.EntropyReading;
import io.spindrift.experiment.run.StageReading.NoiseReading;
import io.spindrift.experiment.run.StageReading.Verdict;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Bits of the array with a first certificate, and the Gaussian samples made of them. */
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
        BitCertificate.of(bits.name(), BitSequence.of(words, config.certificateBits()));
    Table correlation = Autocorrelation.table(words, config.certificateBits(), LAGS);
    context.directory().write(correlation);
    context.progress().checkStopped();
    NoiseReading quality = noise(context, noise, ledger);
    Map<String, CheckReading> checks = checks(certificate);
    BitReading reading =
        new BitReading(
            bits.name(),
            config.certificateBits(),
            noise.array().rows() * noise.array().columns(),
            config.xorFold(),
            certificate.shareOfOnes(),
            correlation.numbers("correlation")[0],
            certificate.level(),
            certificate.verdict() == BitCertificate.Verdict.PASSED,
            certificate.powerStatement());
    return new Result(
        new EntropyReading(reading, checks, quality),
        String.format(
            Locale.ROOT,
            "%d of %d checks pass, share of ones %.5f; noise: distance to normal %.4f, reach %.1f"
                + " sigma",
            checks.values().stream().filter(c -> c.verdict() == Verdict.PASSES).count(),
            checks.size(),
            reading.onesShare(),
            quality.kolmogorovSmirnov(),
            quality.reachSigma()));
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
    NoiseQuality found = NoiseQuality.of(source.name(), samples, source.reachSigma(), lattice);
    return new NoiseReading(
        source.name(),
        noise.bitsPerSample(),
        samples.length,
        found.mean(),
        found.variance(),
        found.skewness(),
        found.excessKurtosis(),
        found.kolmogorovSmirnov(),
        found.reachSigma(),
        BinomialLattice.fair(noise.bitsPerSample()).kolmogorovSmirnov());
  }

  private static Map<String, CheckReading> checks(BitCertificate certificate) {
    Map<String, CheckReading> checks = new LinkedHashMap<>();
    for (BitCertificate.Check check : certificate.checks()) {
      Verdict judgement =
          certificate.rejectedBy().contains(check.name()) ? Verdict.FAILS : Verdict.PASSES;
      checks.put(
          key(check.name()),
          switch (check.outcome()) {
            case CheckOutcome.Judged judged ->
                new CheckReading(check.name(), judged.statistic(), judged.pValue(), judgement);
            case CheckOutcome.NotApplicable not ->
                new CheckReading(
                    check.name() + " (" + not.reason() + ")", null, null, Verdict.NOT_APPLICABLE);
          });
    }
    return checks;
  }

  /** The name of a check as one word, such as {@code cumulativeSumsForward}. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+")) {
      key.append(
          key.isEmpty()
              ? word.toLowerCase(Locale.ROOT)
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return key.toString();
  }
}
