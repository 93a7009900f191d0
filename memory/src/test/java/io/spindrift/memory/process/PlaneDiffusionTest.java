package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaneDiffusionTest {
  private static final BitPlanes PLANES = DiffusionRun.planes(60, 16, 4);
  private static final CellKinds NOMINAL = CellKinds.nominal();

  private static FlipSchedule schedule() {
    return FlipSchedule.cosine(40, 0.01).withMostSignificantFactor(0.3, 4);
  }

  @Test
  void marginalsFollowTheKernelAtEveryTenthStepOfASchedulePerPlane() {
    PlaneProcess process = new PlaneProcess(schedule(), new StatedDial(0.1), Correction.NONE);
    new DiffusionRun(PLANES, process, NOMINAL, 1).followsItsKernel(40);
  }

  @Test
  void withFairPulsesTheKernelIsTheCorrelationOfTheSchedule() {
    PlaneLaw law =
        PlaneLaw.after(30, 4, new PlaneProcess(schedule(), StatedDial.FAIR, Correction.NONE));
    for (int plane = 0; plane < 4; plane++) {
      assertThat(law.kernel(plane).correlation())
          .isCloseTo(schedule().correlation(30, plane), within(1e-14));
      assertThat(law.kernel(plane).fromZero()).isEqualTo(law.kernel(plane).fromOne());
    }
  }

  /** A state drawn at once and one reached step by step, both against the kernel. */
  @ParameterizedTest
  @EnumSource(Correction.class)
  void aStateDrawnAtOnceHasTheLawOfOneReachedStepByStep(Correction correction) {
    PlaneProcess process =
        new PlaneProcess(
            schedule(),
            new StatedDial(0.2),
            correction,
            PlaneProcess.Periphery.toggling(new TwoStateKernel(0.98, 0.995)));
    DiffusionRun run = new DiffusionRun(PLANES, process, NOMINAL, 2);
    for (int step : List.of(10, 21, 40)) {
      PlaneLaw law = PlaneLaw.after(step, 4, process);
      List<MarginalCheck> drawn = MarginalCheck.of(law, run.first, run.drawn(step, 3));
      run.advance(step - run.diffusion.step());
      List<MarginalCheck> walked =
          MarginalCheck.of(run.diffusion.law(), run.first, run.diffusion.bits());
      assertThat(MarginalCheck.chiSquareDeviate(drawn)).isLessThan(4);
      assertThat(MarginalCheck.chiSquareDeviate(walked)).isLessThan(4);
      for (int i = 0; i < drawn.size(); i++) {
        assertThat(walked.get(i).kernel()).isEqualTo(drawn.get(i).kernel());
        double cells = drawn.get(i).counts().cells(drawn.get(i).initial());
        double error = Math.sqrt(0.5 / cells);
        assertThat(walked.get(i).share()).isCloseTo(drawn.get(i).share(), within(4.5 * error));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Correction.class)
  void theStateDependsOnTheKeyAndNotOnThreads(Correction correction) {
    BitPlanes planes = DiffusionRun.planes(300, 8, 3);
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.constant(6, 0.05), new StatedDial(0.3), correction);
    byte[] expected = null;
    for (int threads : new int[] {1, 3, 8}) {
      DiffusionRun run = new DiffusionRun(planes, process, NOMINAL, 4);
      try (Workers workers = new Workers(threads)) {
        for (int i = 0; i < 5; i++) {
          run.diffusion.advance(workers);
        }
      }
      byte[] images = run.diffusion.bits().images();
      assertThat(images).isEqualTo(expected == null ? images : expected);
      expected = images;
    }
    DiffusionRun other = new DiffusionRun(planes, process, NOMINAL, 5).advance(5);
    assertThat(other.diffusion.bits().images()).isNotEqualTo(expected);
  }

  /** 300 rows a plane in blocks of 64: five blocks; 3 planes, 64 columns, 2 steps. */
  @Test
  void everyActionIsCounted() {
    BitPlanes planes = DiffusionRun.planes(300, 8, 3);
    long rows = 900;
    long cells = 900 * 64;
    for (Correction correction : Correction.values()) {
      PlaneProcess process =
          new PlaneProcess(FlipSchedule.constant(2, 0.25), StatedDial.FAIR, correction);
      DiffusionRun run = new DiffusionRun(planes, process, NOMINAL, 6).advance(2);
      Ledger.Stage stage = run.stage;
      assertThat(stage.count(Action.COIN_PULSE)).isEqualTo(2 * cells);
      int activations =
          switch (correction) {
            case NONE -> 1;
            case INVERSION -> 2;
            case NOISE_ROW -> 4;
            case STATE_PULSES -> 3;
          };
      assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(2 * rows * activations);
      boolean reads = correction == Correction.NOISE_ROW || correction == Correction.STATE_PULSES;
      assertThat(stage.count(Action.CELL_READ)).isEqualTo(reads ? 2 * cells : 0);
      assertThat(stage.count(Action.RESET_PULSE))
          .isEqualTo(correction == Correction.NOISE_ROW ? 2 * cells : 0);
      long toggles = stage.count(Action.TOGGLE_PULSE);
      switch (correction) {
        case INVERSION -> assertThat(toggles).isEqualTo(2 * cells);
        case NOISE_ROW -> assertThat(toggles).isEqualTo(flippedCells(run));
        default -> assertThat(toggles).isZero();
      }
      assertThat(run.array.shape().rows())
          .isEqualTo(correction == Correction.NOISE_ROW ? 915 : 900);
      boolean twice = correction == Correction.INVERSION || correction == Correction.STATE_PULSES;
      assertThat(run.array.wear(0)).isEqualTo(twice ? 4 : 2);
    }
  }

  /**
   * Kinds that flip never, always, never, always: after one step as many bits have flipped as cells
   * of the second sort stand behind them, to the last one. A noise row serves 64 rows.
   */
  @ParameterizedTest
  @EnumSource(
      value = Correction.class,
      names = {"NONE", "NOISE_ROW"})
  void theKindsOfTheCellsThatThereAreGiveTheExactCount(Correction correction) {
    CellKinds kinds = new CellKinds(4, StreamKey.root(9));
    FlipTable table = FlipTable.of(kinds, (device, from) -> device % 2.0);
    DialledPulse pulse = new DialledPulse(0.5, 0.5, OptionalDouble.empty(), table);
    FlipDial dial =
        new FlipDial() {
          @Override
          public String name() {
            return "never or always";
          }

          @Override
          public DialledPulse both(double probability) {
            return pulse;
          }

          @Override
          public DialledPulse from(MagneticState state, double probability) {
            return pulse;
          }
        };
    BitPlanes planes = DiffusionRun.planes(150, 8, 2);
    PlaneProcess process = new PlaneProcess(FlipSchedule.constant(1, 0.5), dial, correction);
    DiffusionRun run = new DiffusionRun(planes, process, kinds, 3).advance(1);
    PlaneKinds cells = PlaneKinds.of(run.first, kinds, correction);
    List<MarginalCheck> checks =
        MarginalCheck.of(run.diffusion.law(), cells, run.first, run.diffusion.bits());
    assertThat(checks).hasSize(4);
    for (MarginalCheck check : checks) {
      double expected =
          check.counts().cells(check.initial()) * check.kernel().flip(check.initial());
      assertThat(check.counts().flipped(check.initial()) - expected).isCloseTo(0, within(1e-8));
      assertThat(check.kernel().flip(check.initial())).isCloseTo(0.5, within(0.1));
    }
  }

  /** A cell toggled twice is back, so two steps are followed one by one. */
  private static long flippedCells(DiffusionRun run) {
    DiffusionRun again = new DiffusionRun(run.planes, run.process, NOMINAL, 6);
    long flipped = 0;
    for (int step = 0; step < 2; step++) {
      PlaneBits before = again.diffusion.bits();
      again.advance(1);
      for (int plane = 0; plane < 3; plane++) {
        PlaneCounts counts = before.counts(plane, again.diffusion.bits());
        flipped += counts.zerosFlipped() + counts.onesFlipped();
      }
    }
    return flipped;
  }

  @Test
  void withoutChanceNothingChangesAndStepsEndWithTheSchedule() {
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.constant(3, 0), StatedDial.FAIR, Correction.INVERSION);
    DiffusionRun run = new DiffusionRun(DiffusionRun.planes(10, 8, 8), process, NOMINAL, 7);
    for (int step = 1; step <= 3; step++) {
      run.advance(1);
      assertThat(run.diffusion.law().inverted()).isEqualTo(step % 2 == 1);
      assertThat(run.diffusion.bits().images()).isEqualTo(DrawnImages.of(10, 8));
    }
    assertThatThrownBy(() -> run.advance(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("step must be at most 3, the last of the schedule");
  }

  @Test
  void anArrayWithoutRoomForNoiseIsRefused() {
    BitPlanes planes = DiffusionRun.planes(10, 8, 2);
    CellArray array = new CellArray(planes.arrayShape(1), NOMINAL, CellFaults.NONE);
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.constant(3, 0.1), StatedDial.FAIR, Correction.NOISE_ROW);
    Ledger.Stage stage = new Ledger().stage("diffusion");
    assertThatThrownBy(() -> new PlaneDiffusion(planes, process, array, stage, StreamKey.root(1)))
        .hasMessage(
            "rows of the array must be at least 22 with the correction noise-row, but was 21");
  }
}
