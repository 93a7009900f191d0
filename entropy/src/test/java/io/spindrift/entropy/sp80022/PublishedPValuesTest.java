package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.testkit.ReferenceFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedPValuesTest {
  /** Fifteen digits are published; the tool's gamma functions of large order lose five of them. */
  private static final double RELATIVE = 1e-9;

  /** The tool subtracts two entropies of about 7, each a sum of 1,024 roundings, times 2e6. */
  private static final double RELATIVE_OF_ENTROPIES = 5e-9;

  private final Map<String, BitSequence> known = new HashMap<>();

  private BitSequence bits(String name) throws IOException {
    BitSequence bits = known.get(name);
    if (bits == null) {
      bits = name.equals("sha1") ? recorded("sha1.1e6.bin") : Expansions.of(name);
      known.put(name, bits);
    }
    return bits;
  }

  private static BitSequence recorded(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(ReferenceFolders.fixture(file));
    long[] words = new long[bytes.length / 8];
    for (int i = 0; i < bytes.length; i++) {
      long reversed = Integer.reverse(bytes[i]) >>> 24;
      words[i / 8] |= reversed << (i % 8 * 8);
    }
    return BitSequence.of(words, 8 * bytes.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pi", "e", "sqrt2", "sha1"})
  void everyResultOfTheReferenceToolIsMet(String sequence) throws IOException {
    Path file = ReferenceFolders.reference("sts_reference_pvalues.csv");
    List<TestResult> results =
        new StatisticalTestSuite(ReferenceConstants.STS).judge(bits(sequence));
    Map<String, TestResult> found = new HashMap<>();
    for (TestResult result : results) {
      found.put(result.test() + "/" + result.parameter(), result);
    }
    int compared = 0;
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(sequence) && cells[6].startsWith("STS-2.1.2")) {
        TestResult result = found.get(cells[2] + "/" + cells[4]);
        assertThat(result).as(line).isNotNull();
        CheckOutcome outcome = Objects.requireNonNull(result).outcome();
        if (cells[5].startsWith("NA")) {
          assertThat(outcome).isEqualTo(new NotApplicable("needs 500 cycles, has 412"));
        } else {
          double published = Double.parseDouble(cells[5]);
          double relative =
              cells[2].equals("ApproximateEntropy") ? RELATIVE_OF_ENTROPIES : RELATIVE;
          assertThat(((Judged) outcome).pValue())
              .as(line)
              .isCloseTo(published, within(relative * published));
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(188);
    assertThat(results).hasSize(188);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pi", "e", "sqrt2", "sha1"})
  void everyCorrectedResultIsMet(String sequence) throws IOException {
    Path file = ReferenceFolders.reference("sts_reference_pvalues.csv");
    List<TestResult> results =
        new StatisticalTestSuite(ReferenceConstants.EXACT, HotLoops.VECTOR).judge(bits(sequence));
    int compared = 0;
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(sequence) && cells[6].startsWith("independent")) {
        double published = Double.parseDouble(cells[5]);
        TestResult result =
            results.stream().filter(r -> r.test().equals(cells[2])).findFirst().orElseThrow();
        assertThat(((Judged) result.outcome()).pValue())
            .as(line)
            .isCloseTo(published, within(RELATIVE * published));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4);
    assertThat(new StatisticalTestSuite(ReferenceConstants.EXACT).judge(bits(sequence)))
        .isEqualTo(results);
  }

  /** SP 800-22 Rev 1a, appendix B: printed to six digits for the first million bits. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Frequency, '', 0.578211, 0.953749, 0.811881",
        "BlockFrequency, M=128, 0.380615, 0.211072, 0.833222",
        "CumulativeSums, forward, 0.628308, 0.669887, 0.879009",
        "Runs, '', 0.419268, 0.561917, 0.313427",
        "LongestRun, M=10000 K=6, 0.024390, 0.718945, 0.012117",
        "Rank, 32x32, 0.083553, 0.306156, 0.823810",
        "FFT, var=n*.95*.05/4, 0.010186, 0.847187, 0.581909",
        "NonOverlappingTemplate, m=9 N=8 idx=0 tpl=000000001, 0.165757, 0.078790, 0.569461",
        "OverlappingTemplate, m=9 M=1032, 0.296897, 0.110434, 0.791982",
        "Universal, L=7 Q=1280, 0.669012, 0.282568, 0.130805",
        "ApproximateEntropy, m=10, 0.361595, 0.700073, 0.884740",
        "RandomExcursions, x=+1, 0.844143, 0.786868, 0.216235",
        "RandomExcursionsVariant, x=-1, 0.760966, 0.826009, 0.566118",
        "Serial, m=16 p1(del psi2), 0.143005, 0.766182, 0.861925",
        "LinearComplexity, M=500, 0.255475, 0.826335, 0.317127",
      })
  void theResultsPrintedInTheStandardAreMet(
      String test, String parameter, double pi, double e, double sqrt2) throws IOException {
    double[] printed = {pi, e, sqrt2};
    String[] names = {"pi", "e", "sqrt2"};
    for (int i = 0; i < names.length; i++) {
      BitSequence bits = bits(names[i]);
      SequenceTest sequenceTest =
          new StatisticalTestSuite(ReferenceConstants.STS)
              .tests().stream().filter(t -> t.name().equals(test)).findFirst().orElseThrow();
      TestResult result =
          sequenceTest.judge(bits).stream()
              .filter(r -> r.parameter().equals(parameter))
              .findFirst()
              .orElseThrow();
      assertThat(((Judged) result.outcome()).pValue())
          .as(names[i])
          .isCloseTo(printed[i], within(1e-6));
    }
  }
}
