package io.spindrift.entropy.sp80090b.iid;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class IidBenchmarkTest {
  @Test
  void theShuffleAndEveryStatisticAreTimedForBothWidths() {
    List<BenchLine> lines =
        new IidBenchmark(2000).run(1e-3, StreamKey.root(1).purpose("bench"), Progress.NONE);
    assertThat(lines).allMatch(line -> line.value() > 0);
    for (String of : List.of(", 2000 symbols of 8 bits", ", 2000 symbols of 1 bit")) {
      List<String> names =
          lines.stream()
              .map(BenchLine::name)
              .filter(name -> name.endsWith(of))
              .map(name -> name.substring(0, name.length() - of.length()))
              .toList();
      assertThat(names).startsWith("shuffle");
      assertThat(String.join(", ", names).split(", "))
          .containsAll(PermutationStatistics.NAMES)
          .hasSize(PermutationStatistics.COUNT + 1);
    }
  }
}
