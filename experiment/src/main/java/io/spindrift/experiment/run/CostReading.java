package io.spindrift.experiment.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the run and its rivals cost.
 *
 * @param ledger every action of the run, counted and priced
 * @param comparison this run's generator beside others
 */
public record CostReading(List<LedgerEntry> ledger, CostComparison comparison)
    implements StageReading {
  /**
   * This run's generator beside others.
   *
   * @param generators this run's own generator, for each scope
   * @param technologies generators it is compared with
   * @param claims the published claim under each reading
   * @param image where the energy of one sampled image goes
   * @param areaSource where the areas come from
   */
  public record CostComparison(
      List<TechnologyReading> generators,
      List<TechnologyReading> technologies,
      List<ClaimReading> claims,
      ImageCost image,
      String areaSource) {}

  /**
   * One action of the ledger.
   *
   * @param purpose what the action was for
   * @param action what was done
   * @param count how often
   * @param joules energy in all
   * @param source where the price comes from
   */
  public record LedgerEntry(
      String purpose, String action, long count, double joules, String source) {}

  /**
   * A generator of random bits; unknown figures are null, never zero.
   *
   * @param id key
   * @param name name in words
   * @param kind measured silicon, measured device, calibrated model, projection, assumed
   * @param joulesPerBit energy per bit
   * @param squareMetersPerGenerator area of one generator
   * @param bitsPerSecond rate of one generator
   * @param bitsPerSecondPerSquareMeter rate per area
   * @param joulesTimesSquareMeters energy per bit times area
   * @param joulesPerSquareMeter energy per bit divided by area
   * @param source where the numbers come from
   */
  public record TechnologyReading(
      String id,
      String name,
      String kind,
      @Nullable Double joulesPerBit,
      @Nullable Double squareMetersPerGenerator,
      @Nullable Double bitsPerSecond,
      @Nullable Double bitsPerSecondPerSquareMeter,
      @Nullable Double joulesTimesSquareMeters,
      @Nullable Double joulesPerSquareMeter,
      String source) {}

  /**
   * One reading of the published claim of a better energy per bit per area.
   *
   * @param reading how the words are read
   * @param scope how much of this run's hardware is included
   * @param lowest smallest advantage over measured silicon, times better
   * @param highest largest advantage
   * @param rivals how many silicon generators have the figures that the reading needs
   * @param outcomes how many of them fall under each outcome, in words
   */
  public record ClaimReading(
      String reading,
      String scope,
      @Nullable Double lowest,
      @Nullable Double highest,
      int rivals,
      Map<String, Integer> outcomes) {}

  /**
   * Energy and time of one sampled image.
   *
   * @param parts energy by part, joules
   * @param sources where each part's price comes from
   * @param noiseSeconds time that the array needs for the noise of one image
   */
  public record ImageCost(
      Map<String, Double> parts, Map<String, String> sources, double noiseSeconds) {}
}
