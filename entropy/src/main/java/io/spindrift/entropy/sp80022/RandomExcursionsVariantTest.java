package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random excursions variant: how often does the walk visit each state x, -9 to 9, in all?
 *
 * <p>p = erfc(|visits - J| / sqrt(2 J (4|x| - 2))), J the number of cycles. Not applicable below
 * max(500, 0.005 sqrt(n)) cycles. Source: SP 800-22 Rev 1a, section 2.15.
 */
public record RandomExcursionsVariantTest() implements SequenceTest {
  @Override
  public String name() {
    return "RandomExcursionsVariant";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.tooShort(bits, Excursions.SHORTEST)
        ? none(Applicability.tooShortFor(Excursions.SHORTEST, bits))
        : judge(Excursions.of(bits), bits);
  }

  /** Judges a walk. */
  List<TestResult> judge(Excursions walk, BitSequence bits) {
    Optional<NotApplicable> reason = walk.tooFewCycles(bits.length());
    return reason.isPresent() ? none(reason.get()) : apply(walk);
  }

  private List<TestResult> none(NotApplicable reason) {
    return Applicability.none(name(), Excursions.parameters(Excursions.FARTHEST), reason);
  }

  /** Applies the test whatever the number of cycles. */
  List<TestResult> apply(Excursions walk) {
    List<TestResult> results = new ArrayList<>();
    double cycles = walk.cycles();
    for (int x = -Excursions.FARTHEST; x <= Excursions.FARTHEST; x++) {
      if (x != 0) {
        double excess = Math.abs(walk.visits(x) - cycles);
        double p = UpperGamma.erfc(excess / Math.sqrt(2 * cycles * (4.0 * Math.abs(x) - 2)));
        results.add(new TestResult(name(), Excursions.parameter(x), new Judged(p, walk.visits(x))));
      }
    }
    return List.copyOf(results);
  }
}
