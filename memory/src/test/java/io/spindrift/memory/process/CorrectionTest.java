package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.process.PlaneProcess.Periphery;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectionTest {
  private static final BitPlanes PLANES = DiffusionRun.planes(128, 16, 2);
  private static final TwoStateKernel TOGGLE = new TwoStateKernel(0.97, 0.99);
  private static final TwoStateKernel MISREAD = new TwoStateKernel(0.03, 0.08);

  /** Reads 0 as 1 and 1 as 0 with the probabilities of {@link #MISREAD}. */
  private static final RowReader ERRING =
      (array, row, target, random) -> {
        array.copyRow(row, target, 0);
        for (int i = 0; i < array.shape().rowWords(); i++) {
          long zeros = BernoulliCells.word(MISREAD.fromZero(), random);
          long ones = BernoulliCells.word(MISREAD.fromOne(), random);
          target[i] ^= (zeros & ~target[i]) | (ones & target[i]);
        }
      };

  private static final Periphery ERRORS = new Periphery(TOGGLE, ERRING, MISREAD);

  private static PlaneLaw law(int steps, double p, Correction correction, Periphery periphery) {
    FlipSchedule schedule = FlipSchedule.constant(steps, p);
    return PlaneLaw.after(
        steps, 1, new PlaneProcess(schedule, new StatedDial(0.2), correction, periphery));
  }

  private static TwoStateKernel kernel(
      int steps, double p, Correction correction, Periphery periphery) {
    return law(steps, p, correction, periphery).kernel(0);
  }

  private static void same(TwoStateKernel kernel, double a, double b) {
    assertThat(kernel.fromZero()).isCloseTo(a, within(1e-15));
    assertThat(kernel.fromOne()).isCloseTo(b, within(1e-15));
  }

  /** a = 0.12 and b = 0.08, toggles that fail at 3 % and 1 %, reads that fail at 3 % and 8 %. */
  @Test
  void oneStepOfEachHasTheKernelOfItsEventsTakenOneByOne() {
    same(kernel(1, 0.1, Correction.NONE, ERRORS), 0.12, 0.08);
    // A 0 stays and its toggle fails, seen as 1 through the flag; or it flips and the 1 toggles.
    same(
        kernel(1, 0.1, Correction.INVERSION, ERRORS),
        0.88 * 0.03 + 0.12 * 0.99,
        0.92 * 0.01 + 0.08 * 0.97);
    double mask = 0.1 * 0.92 + 0.9 * 0.03;
    same(kernel(1, 0.1, Correction.NOISE_ROW, ERRORS), mask * 0.97, mask * 0.99);
    // Pulses (0.1, 0.1 0.8/1.2) for cells read as 0 and (0.1 1.2/0.8, 0.1) for those read as 1.
    same(
        kernel(1, 0.1, Correction.STATE_PULSES, ERRORS),
        0.97 * 0.1 + 0.03 * 0.15,
        0.92 * 0.1 + 0.08 * 0.1 / 1.5);
  }

  @Test
  void twoStepsOfInversionMeetBothOrientations() {
    same(kernel(2, 0.1, Correction.INVERSION, Periphery.IDEAL), 0.88 * 0.2, 0.92 * 0.2);
    TwoStateKernel upright = kernel(1, 0.1, Correction.INVERSION, ERRORS);
    // Stored 1 for 0: flips with 0.08, toggles with 0.99; the other way round for the other.
    TwoStateKernel turned =
        new TwoStateKernel(0.92 * 0.01 + 0.08 * 0.97, 0.88 * 0.03 + 0.12 * 0.99);
    TwoStateKernel both = upright.then(turned);
    same(kernel(2, 0.1, Correction.INVERSION, ERRORS), both.fromZero(), both.fromOne());
  }

  /** Share of ones in the long run, at 2 % a step: (1 + s)/2 = 0.6 without correction. */
  @Test
  void theBiasThatIsLeftIsAsStated() {
    Periphery ideal = Periphery.IDEAL;
    assertThat(kernel(1, 0.02, Correction.NONE, ideal).stationaryShare())
        .isCloseTo(0.6, within(1e-14));
    double a = 0.024;
    double b = 0.016;
    assertThat(kernel(2, 0.02, Correction.INVERSION, ideal).stationaryShare() - 0.5)
        .isCloseTo((b - a) / (2 * (2 - a - b)), within(1e-14));
    assertThat(kernel(1, 0.02, Correction.NOISE_ROW, ideal).stationaryShare())
        .isCloseTo(0.5, within(1e-15));
    assertThat(kernel(1, 0.02, Correction.STATE_PULSES, ideal).stationaryShare())
        .isCloseTo(0.5, within(1e-15));
    // Only the toggle's own asymmetry is left to a row of noise: (t0 - t1)/(2 (t0 + t1)).
    assertThat(
            kernel(1, 0.02, Correction.NOISE_ROW, Periphery.toggling(TOGGLE)).stationaryShare()
                - 0.5)
        .isCloseTo(-0.02 / (2 * 1.96), within(1e-14));
  }

  /** A last step with a + b = 1 decides everything: inversion turns its bias over, no more. */
  @Test
  void inversionDoesNotHelpAgainstTheBiasOfOneStrongPulse() {
    TwoStateKernel two = kernel(2, 0.5, Correction.INVERSION, Periphery.IDEAL);
    assertThat(two.one(0)).isCloseTo(0.4, within(1e-15));
    assertThat(two.one(1)).isCloseTo(0.4, within(1e-15));
  }

  /** 60 steps of 5 %: the correlation is down to 0.2 %, the rest is bias. */
  @ParameterizedTest
  @EnumSource(Correction.class)
  void theBiasOfAnAsymmetricDeviceIsSeenAndRemoved(Correction correction) {
    PlaneProcess process =
        new PlaneProcess(FlipSchedule.constant(60, 0.05), new StatedDial(0.2), correction);
    DiffusionRun run = new DiffusionRun(PLANES, process, CellKinds.nominal(), 11);
    run.followsItsKernel(60);
    long cells = (long) PLANES.pixels().pixels();
    for (int plane = 0; plane < 2; plane++) {
      double share = run.first.counts(plane, run.diffusion.bits()).shareOfOnes();
      double bias = correction == Correction.NONE ? 0.1 : 0;
      // 4.5 standard errors, and what the kernel says is left.
      TwoStateKernel kernel = run.diffusion.law().kernel(plane);
      double left = correction == Correction.INVERSION ? 0.006 : kernel.correlation();
      assertThat(share - 0.5).isCloseTo(bias, within(2.25 / Math.sqrt(cells) + left));
    }
  }

  /** Errors of toggling and of reading are part of the kernel, at every tenth step. */
  @ParameterizedTest
  @EnumSource(Correction.class)
  void errorsOfTogglingAndReadingAreInTheKernel(Correction correction) {
    PlaneProcess process =
        new PlaneProcess(
            FlipSchedule.linear(20, 0.01, 0.2), new StatedDial(-0.3), correction, ERRORS);
    new DiffusionRun(PLANES, process, CellKinds.nominal(), 12).followsItsKernel(20);
  }

  /** Every junction of the compact fit with probabilities of its own; 32 kinds, lossy toggles. */
  @ParameterizedTest
  @EnumSource(Correction.class)
  void cellsOfManyKindsFollowTheMeanOfTheirKernels(Correction correction) {
    CellKinds kinds = new CellKinds(32, StreamKey.root(5));
    DiffusionRun run = new DiffusionRun(PLANES, compactFit(kinds, correction), kinds, 13);
    run.followsItsKernel(20);
    List<MarginalCheck> drawn = MarginalCheck.of(run.diffusion.law(), run.first, run.drawn(20, 14));
    assertThat(MarginalCheck.chiSquareDeviate(drawn)).isLessThan(4);
    // One chain of mean probabilities would be another law.
    KernelTable kernels = run.diffusion.law().kernels(0);
    assertThat(kernels.kinds()).hasSize(32);
    TwoStateKernel single =
        PlaneLaw.after(20, 1, compactFit(CellKinds.nominal(), correction)).kernel(0);
    assertThat(kernels.mean().meanFlip()).isNotCloseTo(single.meanFlip(), within(0.003));
  }

  private static PlaneProcess compactFit(CellKinds kinds, Correction correction) {
    CompactFitDevice device =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    List<Double> widths = IntStream.range(0, 34).mapToObj(i -> 0.7e-9 + 0.1e-9 * i).toList();
    PulseDial dial =
        new PulseDial(new CompactFitSwitching(device, StreamKey.root(1)), 1.44, 300, widths, kinds);
    Periphery toggles = Periphery.toggling(new TwoStateKernel(0.9, 0.99));
    return new PlaneProcess(FlipSchedule.constant(20, 0.06), dial, correction, toggles);
  }
}
