package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.experiment.run.Table;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NoiseHistogramTest {
  @Test
  void everySampleIsCountedInTheCellAroundItAndTheDensityIntegratesToOne() {
    Table table = NoiseHistogram.table(new float[] {0, 0.5f, 0.5f, -1, 4.5f}, 0.5);
    double[] centres = table.numbers("center_sigma");
    double[] counts = table.numbers("count");
    assertThat(counts[Arrays.binarySearch(centres, 0.5)]).isEqualTo(2);
    assertThat(counts[Arrays.binarySearch(centres, -1)]).isEqualTo(1);
    assertThat(Arrays.stream(table.numbers("density")).sum() * 0.5)
        .isEqualTo(1, Offset.offset(1e-12));
    assertThat(Arrays.stream(table.numbers("normal_density")).sum() * 0.5)
        .isEqualTo(1, Offset.offset(1e-4));
  }
}
