package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Random excursions: how often does the walk visit each state x, -4 to 4, between two returns to
 * zero?
 *
 * <p>The J cycles are sorted by their visits k = 0, 1, … 4, 5 or more; pi_0 = 1 - 1/(2|x|), pi_k =
 * (1 - 1/(2|x|))^(k-1) / (4 x^2), pi_5 = (1 - 1/(2|x|))^4 / (2|x|); chi^2 over the six classes, p =
 * Q(5/2, chi^2/2). Not applicable below max(500, 0.005 sqrt(n)) cycles. Source: SP 800-22 Rev 1a,
 * sections 2.14 and 3.14. The reference tool has pi to ten or eleven decimals.
 *
 * @param constants which class probabilities are used
 */
public record RandomExcursionsTest(ReferenceConstants constants) implements SequenceTest {
  private static final double[][] TOOL = {
    {0.5, 0.25, 0.125, 0.0625, 0.03125, 0.03125},
    {0.75, 0.0625, 0.046875, 0.03515625, 0.0263671875, 0.0791015625},
    {0.8333333333, 0.02777777778, 0.02314814815, 0.01929012346, 0.01607510288, 0.0803755143},
    {0.875, 0.015625, 0.013671875, 0.01196289063, 0.0104675293, 0.0732727051}
  };

  @Override
  public String name() {
    return "RandomExcursions";
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
    return Applicability.none(name(), Excursions.parameters(Excursions.NEAR), reason);
  }

  /** Applies the test whatever the number of cycles. */
  List<TestResult> apply(Excursions walk) {
    List<TestResult> results = new ArrayList<>();
    for (int x = -Excursions.NEAR; x <= Excursions.NEAR; x++) {
      if (x != 0) {
        double chiSquare =
            Applicability.chiSquareOf(walk.cyclesByVisits(x), shares(Math.abs(x)), walk.cycles());
        results.add(
            new TestResult(
                name(),
                Excursions.parameter(x),
                Applicability.chiSquare(Excursions.MANY, chiSquare)));
      }
    }
    return List.copyOf(results);
  }

  /** Probabilities of 0, 1, … 4, and 5 or more visits in one cycle. */
  double[] shares(int distance) {
    return constants == ReferenceConstants.STS ? TOOL[distance - 1].clone() : exact(distance);
  }

  private static double[] exact(int distance) {
    double stay = 1 - 0.5 / distance;
    double[] shares = new double[Excursions.MANY + 1];
    shares[0] = stay;
    double power = 1;
    for (int k = 1; k < Excursions.MANY; k++) {
      shares[k] = power * 0.25 / (distance * distance);
      power *= stay;
    }
    shares[Excursions.MANY] = power * 0.5 / distance;
    return shares;
  }
}
