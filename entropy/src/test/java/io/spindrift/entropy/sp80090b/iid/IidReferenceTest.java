package io.spindrift.entropy.sp80090b.iid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.ReferenceFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the reference tool, version 1.1.7, prints in its IID track. Every quantity that needs no
 * shuffle agrees to 1e-6, counts exactly; P(X >= 1) is printed as one less a number rounded to 64
 * bits and is compared no finer than 2^-63.
 */
class IidReferenceTest {
  private static final double PRINTED_TO = 0x1p-63;

  private static Map<String, String> reference(String file) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (String line : Files.readAllLines(ReferenceFolders.reference("sp80090b_reference.csv"))) {
      List<String> cells = List.of(line.split(",", -1));
      if (cells.get(0).equals(file) && cells.get(4).equals("IID")) {
        values.put(cells.get(6) + ": " + cells.get(7), cells.get(8));
      }
    }
    return values;
  }

  private static void agree(Map<String, String> reference, Finding finding) {
    finding
        .quantities()
        .forEach((quantity, value) -> {
          String printed = reference.remove(finding.name() + ": " + quantity);
          if (printed != null) {
            double expected = Double.parseDouble(printed);
            assertThat(value)
                .as(finding.name() + ": " + quantity)
                .isCloseTo(expected, within(Math.max(PRINTED_TO, 1e-6 * Math.abs(expected))));
            assertThat(value == Math.rint(value)).isEqualTo(expected == Math.rint(expected));
          }
        });
    String verdict = reference.remove(finding.name() + ": verdict");
    if (verdict != null) {
      assertThat(finding.result())
          .as(finding.name())
          .isEqualTo(new Finding.Result.Decision(verdict.equals("Passed")));
    }
  }

  /** Twelve shuffles, too few to fail: the permutation verdict is left out. */
  @ParameterizedTest
  @CsvSource({
    "biased-random-bits.bin,1",
    "data.pi.bin,1",
    "ringOsc-nist.bin,1",
    "truerand_1bit.bin,1",
    "truerand_4bit.bin,4",
    "truerand_8bit.bin,8"
  })
  void quantitiesOfAMillionSymbolsAgree(String file, int bitsPerSymbol) throws IOException {
    Path fixture = ReferenceFolders.fixture(file);
    Map<String, String> reference = reference(file);
    reference.remove("IID permutation tests: verdict");
    Symbols symbols = new Symbols(Files.readAllBytes(fixture), bitsPerSymbol);
    ExaminedSample sample = ExaminedSample.of(symbols);
    agreeOnMeans(reference, sample.rawMean(), sample.median());
    IidAssessment.orderFree(sample).forEach(finding -> agree(reference, finding));
    double[] values = new double[3];
    Arrangement arrangement = new Arrangement(sample);
    for (StatisticFamily family : PermutationStatistics.families(sample.length())) {
      family.evaluate(arrangement, values, 0);
      for (int i = 0; i < family.names().size(); i++) {
        RankCounter counter = new RankCounter(family.names().get(i), values[i]);
        agree(reference, IidFindings.statistic(counter.ranked(1, 1)));
      }
    }
    assertThat(reference).isEmpty();
  }

  /**
   * Seed 90. In rand4_short.bin one statistic, periodicity(1), is reached by about 4 of 10,000
   * shuffles, so that about one seed in five would let it pass: P(X > 5) = 0.21 for a Poisson mean
   * of 4.
   */
  @ParameterizedTest
  @CsvSource({"rand1_short.bin,1", "rand4_short.bin,4", "rand8_short.bin,8"})
  void quantitiesAndVerdictsOfTenThousandSymbolsAgree(String file, int bitsPerSymbol)
      throws IOException {
    Path fixture = ReferenceFolders.fixture(file);
    Map<String, String> reference = reference(file);
    Symbols symbols = new Symbols(Files.readAllBytes(fixture), bitsPerSymbol);
    try (Workers workers = new Workers(2)) {
      IidAssessment assessment =
          IidAssessment.of(symbols, IidSettings.STRICT, StreamKey.root(90), workers, Progress.NONE);
      agreeOnMeans(reference, assessment.rawMean(), assessment.median());
      assessment.findings().forEach(finding -> agree(reference, finding));
    }
    assertThat(reference).isEmpty();
  }

  private static void agreeOnMeans(Map<String, String> reference, double mean, double median) {
    assertThat(mean)
        .isCloseTo(Double.parseDouble(reference.remove("Raw Mean: value")), within(1e-12));
    assertThat(median).isEqualTo(Double.parseDouble(reference.remove("Median: value")));
  }
}
