package io.spindrift.device.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way: counts about the Fokker-Planck probabilities of a known device, fitted. */
final class FokkerPlanckFitTest {
  /**
   * Damping and in-plane field of a device of stability 8, seed 41, 500 pulses a row. Each lies
   * within two standard errors by chance in 95 of 100 seeds; the seed was fixed beforehand.
   */
  @Test
  void dampingAndFieldComeBackWithinTwoStandardErrors() {
    MacrospinDevice truth =
        CheckDevice.ofStability(8, 0.05).withBiasField(CheckDevice.precessional().biasField());
    try (Workers workers = new Workers(1)) {
      FokkerPlanckPredictor predictor =
          new FokkerPlanckPredictor(300, 5e-9, workers, Progress.NONE);
      CountTable plan =
          SyntheticCounts.plan(new double[] {0.3}, SyntheticCounts.range(0.4e-9, 0.4e-9, 8), 500);
      CountTable data = SyntheticCounts.drawn(predictor, truth, plan, 41);
      MacrospinDevice start = truth.withFreeLayer(truth.freeLayer().withDamping(0.07));
      FreeDevice free =
          new FreeDevice(
              start,
              List.of(
                  FreeParameter.of(start, "freeLayer.damping"),
                  FreeParameter.of(start, "biasField.x")));
      Fitted fitted = (Fitted) ParameterFit.switching(free, data, predictor, Progress.NONE);
      double[] values = {0.05, CheckDevice.IN_PLANE_TESLA};
      for (int j = 0; j < values.length; j++) {
        FittedParameter parameter = fitted.parameters().get(j);
        assertThat((parameter.value() - values[j]) / parameter.standardError())
            .as(parameter.path())
            .isBetween(-2.0, 2.0);
        assertThat(parameter.standardError() / values[j]).isLessThan(0.3);
      }
      assertThat(fitted.goodness().doubtful()).isFalse();
    }
  }
}
