package io.spindrift.entropy.sp80090b.iid;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.iid.bzip2.CompressedSize;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationStatisticsTest {
  private static Map<String, Double> statistics(Arrangement arrangement) {
    Map<String, Double> statistics = new LinkedHashMap<>();
    double[] values = new double[3];
    int length = arrangement.symbols().length;
    for (StatisticFamily family : PermutationStatistics.families(length)) {
      family.evaluate(arrangement, values, 0);
      for (int i = 0; i < family.names().size(); i++) {
        statistics.put(family.names().get(i), values[i]);
      }
    }
    return statistics;
  }

  private static Arrangement arrangement(int... symbols) {
    byte[] values = new byte[symbols.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) symbols[i];
    }
    return new Arrangement(ExaminedSample.of(new Symbols(values, 8)));
  }

  private static double evaluate(StatisticFamily family, int at, int... symbols) {
    double[] values = new double[3];
    family.evaluate(arrangement(symbols), values, 0);
    return values[at];
  }

  @Test
  void theNamesAreThoseOfTheStandardInItsOrder() {
    assertThat(PermutationStatistics.NAMES)
        .hasSize(PermutationStatistics.COUNT)
        .startsWith("excursion", "numDirectionalRuns")
        .endsWith("covariance(32)", "compression");
  }

  @Test
  void theExamplesOfSection51() {
    assertThat(evaluate(new Excursion(), 0, 2, 15, 4, 10, 9)).isEqualTo(6);
    int[] directions = {2, 2, 2, 5, 7, 7, 9, 3, 1, 4, 4};
    assertThat(evaluate(new DirectionalRuns(11), 0, directions)).isEqualTo(3);
    assertThat(evaluate(new DirectionalRuns(11), 1, directions)).isEqualTo(6);
    assertThat(evaluate(new DirectionalRuns(11), 2, directions)).isEqualTo(8);
    int[] aboutMedian = {5, 15, 12, 1, 13, 9, 4};
    assertThat(evaluate(new MedianRuns(7), 0, aboutMedian)).isEqualTo(5);
    assertThat(evaluate(new MedianRuns(7), 1, aboutMedian)).isEqualTo(2);
    int[] colliding = {2, 1, 1, 2, 0, 1, 0, 1, 1, 2};
    assertThat(evaluate(new Collisions(), 0, colliding)).isEqualTo(3);
    assertThat(evaluate(new Collisions(), 1, colliding)).isEqualTo(4);
    assertThat(evaluate(new Periodicity(2), 0, 2, 1, 2, 1, 0, 1, 0, 1, 1, 2)).isEqualTo(5);
    assertThat(evaluate(new Covariance(2), 0, 5, 2, 6, 10, 12, 3, 1)).isEqualTo(164);
    byte[] text = "144 21 139 0 0 15".getBytes(StandardCharsets.US_ASCII);
    assertThat(evaluate(new Compression(), 0, 144, 21, 139, 0, 0, 15))
        .isEqualTo(new CompressedSize().of(text, text.length));
  }

  @Test
  void theConversionsOfSection51() {
    Arrangement arrangement =
        arrangement(1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1);
    assertThat(arrangement.eightsCounted()).containsExactly((byte) 4, (byte) 6, (byte) 2);
    assertThat(arrangement.eightsAsNumbers()).containsExactly((byte) 142, (byte) 219, (byte) 48);
  }

  @ParameterizedTest
  @CsvSource({
    "512,0,1",
    "513,0,1",
    "1000,7,1",
    "519,0,255",
    "700,0,2",
    "575,0,15",
    "576,0,255",
    "641,200,55",
    "9001,0,1",
    "9001,0,4"
  })
  void everyStatisticAgreesWithItsPlainTwin(int length, int low, int span) {
    RandomStream stream = StreamKey.root(length).at(low, span).open();
    for (int bias = 1; bias <= 40; bias *= 40) {
      int[] symbols = new int[length];
      for (int i = 0; i < length; i++) {
        symbols[i] = low + (stream.nextInt(bias) == 0 ? stream.nextInt(span + 1) : span);
        symbols[i] = span == 1 || i > 3 ? symbols[i] : low + i % (span + 1);
      }
      symbols[0] = low;
      Map<String, Double> statistics = statistics(arrangement(symbols));
      double compression = requireNonNull(statistics.remove("compression"));
      PlainStatistics.of(symbols)
          .forEach((name, value) ->
              assertThat(statistics.get(name)).as(name).isCloseTo(value, within(1e-9 * value)));
      byte[] text =
          IntStream.of(symbols)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" "))
              .getBytes(StandardCharsets.US_ASCII);
      assertThat(compression).isEqualTo(new CompressedSize().of(text, text.length));
    }
  }

  @Test
  void longRunsAreMeasuredAcrossWords() {
    for (int run : new int[] {1, 2, 63, 64, 65, 127, 128, 129, 500, 1000}) {
      for (int from : new int[] {1, 60, 64, 67}) {
        int[] symbols = new int[1200];
        for (int i = 0; i < symbols.length; i++) {
          symbols[i] = i >= from && i < from + run ? 9 : i % 2 == 0 ? 9 : i % 4;
        }
        assertThat(evaluate(new MedianRuns(1200), 1, symbols))
            .isEqualTo(PlainStatistics.of(symbols).get("lenRunsMedian"));
        assertThat(evaluate(new MedianRuns(1200), 0, symbols))
            .isEqualTo(PlainStatistics.of(symbols).get("numRunsMedian"));
      }
    }
  }

  /**
   * 24 orders of four symbols, 24,000 shuffles: chi-square with 23 degrees of freedom exceeds 56.5
   * with probability 1.1e-4.
   */
  @Test
  void everyOrderIsEquallyLikely() {
    Arrangement arrangement = arrangement(0, 1, 2, 3);
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    StreamKey key = StreamKey.root(5).purpose("orders");
    for (int i = 0; i < 24_000; i++) {
      arrangement.shuffle(key.at(i));
      byte[] s = arrangement.symbols();
      counts.merge(((s[0] * 4 + s[1]) * 4 + s[2]) * 4 + s[3], 1, Integer::sum);
    }
    assertThat(counts).hasSize(24);
    double statistic =
        counts.values().stream().mapToDouble(count -> ChiSquare.term(count, 1000)).sum();
    assertThat(statistic).isLessThan(56.5);
  }

  /**
   * 20,000 orders of each sample. Chi-square exceeds its bound with probability 1e-4: 29.9 with 7,
   * 33.7 with 9 and 50.8 with 19 degrees of freedom.
   */
  @ParameterizedTest
  @CsvSource({"8,1,29.9", "5,2,33.7", "6,3,50.8", "10,9,33.7"})
  void everyOrderOfTwoSymbolsIsEquallyLikely(int length, int ones, double bound) {
    int[] symbols = new int[length];
    Arrays.fill(symbols, 0, ones, 1);
    Arrangement arrangement = arrangement(symbols);
    Map<String, Integer> counts = new LinkedHashMap<>();
    StreamKey key = StreamKey.root(6).purpose("orders");
    for (int i = 0; i < 20_000; i++) {
      arrangement.shuffle(key.at(i));
      counts.merge(Arrays.toString(arrangement.symbols()), 1, Integer::sum);
    }
    double expected = 20_000.0 / counts.size();
    double statistic =
        counts.values().stream().mapToDouble(count -> ChiSquare.term(count, expected)).sum();
    assertThat(statistic).isLessThan(bound);
    assertThat(counts.keySet())
        .allMatch(order -> order.chars().filter(letter -> letter == '1').count() == ones);
  }

  @Test
  void theNumberOfOnesIsKeptForAnyLengthAndShare() {
    for (int length : new int[] {512, 513, 575, 640, 1000}) {
      for (int ones : new int[] {1, 7, 255, length / 2, length - 1}) {
        int[] symbols = new int[length];
        Arrays.fill(symbols, 0, ones, 1);
        Arrangement arrangement = arrangement(symbols);
        arrangement.shuffle(StreamKey.root(length).at(ones));
        int found = 0;
        for (byte symbol : arrangement.symbols()) {
          assertThat(symbol).isBetween((byte) 0, (byte) 1);
          found += symbol;
        }
        assertThat(found).isEqualTo(ones);
        assertThat(arrangement.eightsCounted()).hasSize((length + 7) / 8);
      }
    }
  }
}
