package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Commands on one device refuse what cannot be, cannot be finished, or would change nothing. */
class DeviceRefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // no barrier at rest: a field of 1 T beside a uniaxial field of 64 mT
        "switching --pulse 1ns --set biasField.x=1T | the barrier at zero voltage must be above",
        "wer --pulse 1ns --set biasField.x=1T | leave none beside the net uniaxial field",
        "map --pulse 1ns --set biasField.z=200mT | a smaller biasField would be accepted",
        "population --set biasField.x=64mT | the barrier at zero voltage must be above zero",
        "trajectory --set biasField.x=1T | the barrier at zero voltage must be above zero",
        // work without end
        "switching --pulse 1s | the work must be at most 1e+14 integration steps, but would be"
            + " 4.0e",
        "switching --pulse 1s --method fokker-planck | must be at most 100 us",
        "map --relax 1000000000s | device retention gives the rates of longer times",
        "map --method macrospin --trajectories 1G | the work must be at most 1e+14 integration"
            + " steps",
        "equilibrium --time 1000000000s | core-days",
        "equilibrium --trajectories 2 --time 10s | at most 1e+09 steps, but 2 s would take 2.0e+12",
        "wer --pulse 1ns --relax 1000000000s | core-days",
        "wer --pulse 1ns --replicas 100000 --particles 500000 | about 28 core-days",
        "population --pulse 1ns --devices 10M --trajectories 1M | core-days",
        // counts that no index reaches
        "switching --trajectories 1000000000000 | --trajectories",
        "population --pulse 1ns --devices 1000000000000 | --devices",
        "map --voltage 0V:1V:1uV --pulse 1ns:1001ns:1ps | more than a million points",
        "map --voltage 0V:1V:10uV --pulse 1ns:10ns:1ps | a map must have at most 250000 points",
        // options that ask for physics which is not there
        "switching --device measured-compact-fit --rise 1ns | --rise must be left out for measured",
        "trajectory --waveform x.csv --rise 1ns | --rise must be left out because --waveform",
        "trajectory --waveform x.csv --count 2 | --waveform stands for the whole waveform",
        // edges that do not fit
        "wer --pulse 1ns --rise 3ns | pulse must be at least half of rise and fall together",
      })
  void refusedWithStatusTwoAndOneSentence(String options, String sentence) {
    CapturedSession session = new CapturedSession();
    int status = session.run(("device " + options).split(" "));
    assertThat(status).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(sentence);
    assertThat(session.err().lines()).hasSize(1);
  }

  @Test
  void anOptionWithoutEffectIsToldAndTheResultStillGiven() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            ("device switching --device measured-compact-fit --pulse 2ns --trajectories 50 --step"
                    + " 1ps --from p --json")
                .split(" "));
    assertThat(status).as(session.err()).isZero();
    assertThat(ReadJson.of(session.out()).path("points").size()).isEqualTo(1);
    assertThat(session.err()).contains("--step, --trajectories: without effect for measured");
  }

  @Test
  void aMissingPulseIsChosenOnTheCurveAndTold() {
    CapturedSession session = new CapturedSession();
    int status = session.run("device population --devices 2 --trajectories 2 --json -q".split(" "));
    assertThat(status).as(session.err()).isZero();
    JsonNode shown = ReadJson.of(session.out());
    assertThat(shown.path("pulseSeconds").asDouble()).isBetween(0.3e-9, 2e-9);
    assertThat(shown.path("pulseReason").asString()).contains("P = 0.5");
    assertThat(session.err()).contains("(another with --pulse)");
  }

  @Test
  void aSolvedWriteErrorRateCarriesItsNumericalErrorAndFollowsTheEdges() {
    double sharp = solved("").path("writeErrorRate").asDouble();
    JsonNode edged = solved(" --rise 0.4ns --fall 0.4ns");
    assertThat(edged.path("standardError").asDouble()).isPositive().isLessThan(1e-6);
    assertThat(edged.path("writeErrorRate").asDouble()).isNotCloseTo(sharp, withPercentage(10));
  }

  private static JsonNode solved(String edges) {
    CapturedSession session = new CapturedSession();
    String command = "device wer --pulse 1.4ns --from p --relax 2ns --method fokker-planck --json";
    assertThat(session.run((command + edges).split(" "))).as(session.err()).isZero();
    return ReadJson.of(session.out()).path("points").get(0);
  }
}
