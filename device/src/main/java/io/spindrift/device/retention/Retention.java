package io.spindrift.device.retention;

import io.spindrift.device.MagneticState;
import io.spindrift.device.fokkerplanck.FokkerPlanck;
import io.spindrift.device.fokkerplanck.SlowestRate;
import io.spindrift.device.landscape.EnergyLandscape;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long a junction held at a constant voltage stays in its states.
 *
 * @param junction what is held
 * @param landscape its wells and passes; empty where a torque leaves no energy
 * @param rates escape rates
 * @param method how they were found
 * @param dampingFactor factor of the formula for weak damping; 1 where it does not apply
 * @param numericalError relative error of the rates that the solution itself estimates
 */
public record Retention(
    HeldJunction junction,
    Optional<EnergyLandscape> landscape,
    StateRates rates,
    RetentionMethod method,
    double dampingFactor,
    double numericalError) {
  private static final double LOW_BARRIER = 5;
  private static final double SOFT_PASS = 1;
  private static final double LARGE_ERROR = 0.01;
  private static final double HIGHEST_QUADRATURE = 500;

  /**
   * The retention of a junction.
   *
   * @param junction what is held
   * @param method how; when empty, the quadrature on an axis of symmetry and else the formula
   * @throws UnusableInput when there are not two wells, or the method does not apply
   */
  public static Retention of(HeldJunction junction, Optional<RetentionMethod> method) {
    if (method.isPresent() && method.get() == RetentionMethod.FOKKER_PLANCK) {
      return solved(junction);
    }
    EnergyLandscape landscape = junction.landscape();
    RetentionMethod used = method.orElse(automatic(junction, landscape));
    if (used == RetentionMethod.QUADRATURE) {
      if (!junction.axial()) {
        throw new UnusableInput(
            "--method quadrature needs a round junction with its field along the axis, but the"
                + " field or the shape in the plane was not; give --method formula or"
                + " fokker-planck");
      }
      StateRates exact = new AxialRelaxation(junction).rates();
      return new Retention(junction, Optional.of(landscape), exact, used, 1, 0);
    }
    EscapeFormula formula = new EscapeFormula(junction);
    return new Retention(
        junction, Optional.of(landscape), formula.rates(), used, formula.dampingFactor(), 0);
  }

  private static Retention solved(HeldJunction junction) {
    Optional<EnergyLandscape> landscape =
        junction.energyField().isPresent() ? Optional.of(junction.landscape()) : Optional.empty();
    SlowestRate found =
        FokkerPlanck.slowestRate(
            junction.field(), junction.damping(), junction.diffusionPerSecond());
    StateRates rates =
        StateRates.balanced(
            found.ratePerSecond(), found.parallelShare(), 1 - found.parallelShare());
    return new Retention(
        junction, landscape, rates, RetentionMethod.FOKKER_PLANCK, 1, found.relativeError());
  }

  /** Height of the lowest pass above the well of a state, over kB T; empty without an energy. */
  public OptionalDouble barrier(MagneticState from) {
    return landscape.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(junction.perTesla() * landscape.get().barrierTesla(from));
  }

  /** Attempt time: exp(-barrier) over the rate; empty without an energy. */
  public OptionalDouble attemptSeconds(MagneticState from) {
    OptionalDouble barrier = barrier(from);
    return barrier.isEmpty()
        ? barrier
        : OptionalDouble.of(Math.exp(-barrier.getAsDouble()) / rates.from(from));
  }

  /** What should be known about the rates; empty when there is nothing to say. */
  public Optional<String> caution() {
    double lower =
        Math.min(
            barrier(MagneticState.PARALLEL).orElse(LOW_BARRIER),
            barrier(MagneticState.ANTIPARALLEL).orElse(LOW_BARRIER));
    if (numericalError > LARGE_ERROR) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "the Fokker-Planck rate is converged to %.1g only: the damping is weak, where the"
                  + " formula is better",
              numericalError));
    }
    if (method != RetentionMethod.FORMULA) {
      return lower < LOW_BARRIER
          ? Optional.of("the lower barrier is below 5 kB T: the junction hardly has two states")
          : Optional.empty();
    }
    if (lower < LOW_BARRIER) {
      return Optional.of(
          "the lower barrier is below 5 kB T, where the formula is off by tens of per cent");
    }
    return new EscapeFormula(junction).softnessStability() < SOFT_PASS
        ? Optional.of(
            "the field in the plane is too weak for the formula: round the barrier the energy"
                + " varies by less than kB T")
        : Optional.empty();
  }

  private static RetentionMethod automatic(HeldJunction junction, EnergyLandscape landscape) {
    double higher =
        junction.perTesla()
            * Math.max(
                landscape.barrierTesla(MagneticState.PARALLEL),
                landscape.barrierTesla(MagneticState.ANTIPARALLEL));
    return junction.axial() && higher < HIGHEST_QUADRATURE
        ? RetentionMethod.QUADRATURE
        : RetentionMethod.FORMULA;
  }
}
