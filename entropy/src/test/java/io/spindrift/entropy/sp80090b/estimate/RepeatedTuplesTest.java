package io.spindrift.entropy.sp80090b.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeated tuples are counted alike by windows, by sorted suffixes and by a plain table. */
class RepeatedTuplesTest {
  private static Map<String, Integer> table(int[] symbols, int length) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + length <= symbols.length; i++) {
      counts.merge(Arrays.toString(Arrays.copyOfRange(symbols, i, i + length)), 1, Integer::sum);
    }
    return counts;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void sortedSuffixesCountAsATableDoes(int bits) {
    TestSequences.all(300, bits)
        .forEach((name, symbols) -> {
          Sample sample = Sample.literal(symbols);
          int[] plain = TestSequences.numbered(sample);
          RepeatedTuples repeats = RepeatedTuples.bySuffixes(sample);
          for (int length = 1; length <= repeats.longest(); length++) {
            Map<String, Integer> counts = table(plain, length);
            int most = counts.values().stream().mapToInt(c -> c).max().orElseThrow();
            long pairs = counts.values().stream().mapToLong(c -> c * (c - 1L) / 2).sum();
            assertThat(repeats.most(length)).as("%s, %s", name, length).isEqualTo(most);
            assertThat(repeats.pairs(length)).as("%s, %s", name, length).isEqualTo(pairs);
          }
          assertThat(table(plain, repeats.longest() + 1).values()).allMatch(c -> c == 1);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void windowsCountAsSortedSuffixesDo(int bits) {
    int counted = 0;
    for (int length : new int[] {4096, 20_011}) {
      for (Map.Entry<String, Symbols> sequence : TestSequences.all(length, bits).entrySet()) {
        Sample sample = Sample.literal(sequence.getValue());
        Optional<RepeatedTuples> windows = new WindowBuckets(sample).count();
        if (windows.isPresent()) {
          counted++;
          same(sequence.getKey(), windows.get(), RepeatedTuples.bySuffixes(sample));
        }
      }
    }
    assertThat(counted).as("sequences without long repeats").isGreaterThanOrEqualTo(2);
  }

  private static void same(String name, RepeatedTuples actual, RepeatedTuples expected) {
    assertThat(actual.longest()).as(name).isEqualTo(expected.longest());
    int common = expected.longestAtLeast(RepeatedTuples.CUTOFF);
    assertThat(actual.longestAtLeast(RepeatedTuples.CUTOFF)).as(name).isEqualTo(common);
    for (int length = 1; length <= expected.longest(); length++) {
      assertThat(actual.pairs(length)).as(name).isEqualTo(expected.pairs(length));
    }
    for (int length = 1; length <= common; length++) {
      assertThat(actual.most(length)).as(name).isEqualTo(expected.most(length));
    }
  }

  @Test
  void theEndOfASequenceCountsTuplesThatItCutsShort() {
    // A tail that repeats the beginning is shorter than a window there, and not beyond.
    Symbols fair = TestSequences.named("fair", 9000, 1);
    for (int tail = 1; tail <= 50; tail += 7) {
      byte[] values = fair.values().clone();
      System.arraycopy(values, 0, values, values.length - tail, tail);
      Sample sample = Sample.literal(new Symbols(values, 1));
      same(
          "tail of " + tail,
          new WindowBuckets(sample).count().orElseThrow(),
          RepeatedTuples.bySuffixes(sample));
    }
  }

  @Test
  void aConstantSequenceIsOneLongRepeat() {
    int length = 100_000;
    Sample sample = Sample.literal(TestSequences.of(length, 1, i -> 0));
    RepeatedTuples repeats = RepeatedTuples.of(sample);
    assertThat(repeats.longest()).isEqualTo(length - 1);
    assertThat(repeats.most(777)).isEqualTo(length - 776);
    assertThat(repeats.pairs(777)).isEqualTo((length - 776L) * (length - 777L) / 2);
  }

  @Test
  void aSequenceWithoutRepeatsHasNoTuples() {
    Sample sample = Sample.literal(TestSequences.of(256, 8, i -> i));
    assertThat(RepeatedTuples.of(sample).longest()).isZero();
    assertThat(new TTupleEstimator().estimate(sample, Finding.Scope.LITERAL).result())
        .isEqualTo(new Finding.Result.NotApplicable("no symbol occurs 35 times"));
    assertThat(
            new LongestRepeatedSubstringEstimator()
                .estimate(sample, Finding.Scope.LITERAL)
                .result())
        .isInstanceOf(Finding.Result.NotApplicable.class);
  }
}
