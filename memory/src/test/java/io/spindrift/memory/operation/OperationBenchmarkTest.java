package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.progress.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationBenchmarkTest {
  @Test
  void everyOperationIsTimedAndPassesItsCheck() {
    List<BenchLine> lines = new OperationBenchmark().run(1e-3, Rows.KEY, Progress.NONE);
    assertThat(lines)
        .extracting(BenchLine::name)
        .containsExactly(
            "toggle with a mask", "copy of a row", "exclusive-or of 8 rows", "row of noise");
    assertThat(lines).allSatisfy(line -> assertThat(line.value()).isPositive());
  }
}
