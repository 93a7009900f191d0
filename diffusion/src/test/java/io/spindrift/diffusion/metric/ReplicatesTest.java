package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.parallel.Workers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplicatesTest {
  /** Values 0, 1, ... 199 in another order; their mean is 99.5. */
  private static double[] whole() {
    return IntStream.range(0, 200).mapToDouble(r -> r * 77 % 200).toArray();
  }

  /** The quantile p of the ranks 0 to 199 lies at 199 p: at 4.975 and 194.025 for 95 %. */
  @Test
  void manyReplicatesGiveTheirMiddleShareAboutTheirOwnMean() {
    Estimate found = Replicates.around(1000, whole(), 0.95, 100);
    assertThat(found.value()).isEqualTo(1000);
    assertThat(found.low()).isCloseTo(1000 + 4.975 - 99.5, within(1e-9));
    assertThat(found.high()).isCloseTo(1000 + 194.025 - 99.5, within(1e-9));
    Estimate eighty = Replicates.around(1000, whole(), 0.8, 100);
    assertThat(eighty.low()).isCloseTo(1000 + 19.9 - 99.5, within(1e-9));
    assertThat(eighty.high()).isCloseTo(1000 + 179.1 - 99.5, within(1e-9));
  }

  @Test
  void replicatesOnSeveralThreadsGiveTheSame() {
    double[] values = whole();
    try (Workers workers = new Workers(3)) {
      assertThat(Replicates.around(1000, r -> values[r], workers))
          .isEqualTo(Replicates.around(1000, values.clone(), 0.95, 100));
    }
  }

  /** One value lies 200 above 199 equal ones: both quantiles are below the mean. */
  @Test
  void theIntervalHoldsTheValueWhateverTheReplicatesAre() {
    double[] skew = new double[200];
    skew[3] = 200;
    Estimate found = Replicates.around(5, skew, 0.95, 100);
    assertThat(found.low()).isEqualTo(4);
    assertThat(found.high()).isEqualTo(5);
  }

  /**
   * 1, 2, ... 12 have the variance 13; Student's t at 97.5 % is 2.201 for 11 degrees of freedom and
   * 2.365 for 7, at 95 % it is 1.796 for 11. Source: Abramowitz and Stegun, table 26.10.
   */
  @Test
  void fewReplicatesGiveStudentsIntervalWithTheFreedomOfReplicatesOrGroups() {
    double[] twelve = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
    Estimate found = Replicates.around(50, twelve, 0.95, 100);
    assertThat(found.high() - 50).isCloseTo(2.201 * Math.sqrt(13), within(5e-4 * 4));
    assertThat(50 - found.low()).isCloseTo(found.high() - 50, within(1e-12));
    Estimate ofGroups = Replicates.around(50, twelve, 0.95, 8);
    assertThat(ofGroups.high() - 50).isCloseTo(2.365 * Math.sqrt(13), within(5e-4 * 4));
    Estimate ninety = Replicates.around(50, twelve, 0.9, 100);
    assertThat(ninety.high() - 50).isCloseTo(1.796 * Math.sqrt(13), within(5e-4 * 4));
  }

  /** 512 features cost 200 replicates; twice as many features cost eight times as much each. */
  @Test
  void replicatesGetFewerAsTheirWorkGrows() {
    assertThat(FrechetInterval.replicates(64)).isEqualTo(200);
    assertThat(FrechetInterval.replicates(512)).isEqualTo(200);
    assertThat(FrechetInterval.replicates(1024)).isEqualTo(25);
    assertThat(FrechetInterval.replicates(2048)).isEqualTo(12);
  }
}
