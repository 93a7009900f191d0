package io.spindrift.entropy.sp80090b.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.csv.CsvTable;
import io.spindrift.numerics.csv.CsvText;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.testkit.ReferenceFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every quantity that the reference tool, version 1.1.7, prints for its own sample files: counts
 * exactly, the rest to 1e-6.
 */
class ReferenceToolTest {
  private static final double RELATIVE = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "rand1_short.bin, 1, 59",
    "rand4_short.bin, 4, 98",
    "rand8_short.bin, 8, 99",
    "truerand_1bit.bin, 1, 59",
    "ringOsc-nist.bin, 1, 60",
    "biased-random-bits.bin, 1, 60",
    "truerand_4bit.bin, 4, 98",
    "truerand_8bit.bin, 8, 98",
    "data.pi.bin, 1, 59"
  })
  void everyQuantityOfTheNonIidTrackAgrees(String file, int bitsPerSymbol, int quantities)
      throws IOException {
    byte[] values = Files.readAllBytes(ReferenceFolders.fixture(file));
    CsvTable reference =
        CsvTable.parse(
            CsvText.read(ReferenceFolders.reference("sp80090b_reference.csv")),
            "sp80090b_reference.csv",
            List.of("file", "track", "scope", "estimator", "quantity", "value"));
    NonIidAssessment assessment;
    try (Workers workers = new Workers(1)) {
      assessment = NonIidAssessment.of(new Symbols(values, bitsPerSymbol), workers, Progress.NONE);
    }
    int compared = 0;
    for (int row = 0; row < reference.rows(); row++) {
      if (reference.text(row, "file").equals(file)
          && reference.text(row, "track").equals("non-IID")) {
        double expected = Double.parseDouble(reference.text(row, "value"));
        String what = reference.text(row, "estimator") + " " + reference.text(row, "quantity");
        if (reference.text(row, "scope").isEmpty()) {
          compareTotal(assessment, bitsPerSymbol, reference.text(row, "estimator"), expected);
        } else {
          Finding finding = finding(assessment, reference, row);
          Double actual = finding.quantities().get(reference.text(row, "quantity"));
          assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(quantities);
  }

  private static void compareTotal(
      NonIidAssessment assessment, int bitsPerSymbol, String name, double expected) {
    switch (name) {
      case "H_original" ->
          assertThat(assessment.originalBitsPerSymbol())
              .isCloseTo(expected, within(RELATIVE * expected));
      case "H_bitstring" -> {
        double perBit = assessment.bitstringBitsPerBit().orElseThrow();
        assertThat(
                Math.min(Math.abs(perBit - expected), Math.abs(bitsPerSymbol * perBit - expected)))
            .isLessThan(RELATIVE * expected);
      }
      case "Assessed min entropy" ->
          assertThat(assessment.assessedBitsPerSymbol())
              .isCloseTo(expected, within(RELATIVE * expected));
      default -> throw new AssertionError("unknown total " + name);
    }
  }

  private static Finding finding(NonIidAssessment assessment, CsvTable reference, int row) {
    Finding.Scope scope =
        Finding.Scope.valueOf(reference.text(row, "scope").toUpperCase(Locale.ROOT));
    String estimator = reference.text(row, "estimator");
    return assessment.findings().stream()
        .filter(finding -> finding.scope() == scope && finding.name().equals(estimator))
        .findFirst()
        .orElseThrow();
  }
}
