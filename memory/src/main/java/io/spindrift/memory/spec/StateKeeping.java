package io.spindrift.memory.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * How long a cell keeps its state, where its device does not tell: rate = exp(-E/kT)/attempt time.
 *
 * @param stability energy barrier E over kT at the temperature for which it is stated
 * @param temperatureKelvin that temperature; E itself is kept at others
 * @param attemptSeconds attempt time
 */
public record StateKeeping(
    @Declared(
            says = "Energy barrier over kT, at the temperature beside it",
            min = 0,
            minExclusive = true,
            max = 1000)
        double stability,
    @Declared(
            says = "Temperature at which the stability is stated",
            unit = Dimension.TEMPERATURE,
            min = 0,
            minExclusive = true)
        double temperatureKelvin,
    @Declared(says = "Attempt time", unit = Dimension.TIME, min = 0, minExclusive = true)
        double attemptSeconds) {

  /** Checks every number. */
  public StateKeeping {
    Require.positive("stability", stability, "");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.positive("attempt", attemptSeconds, "s");
  }
}
