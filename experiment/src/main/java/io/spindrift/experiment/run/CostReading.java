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
   * @param nodeMeters process node of the periphery
   * @param tables names and versions of the tables of numbers
   * @param prices every price used
   * @param areas every component of the array
   * @param stages energy and time of each stage
   * @param sensitivities what moves each verdict
   * @param verdicts the claim against each conventional generator, one sentence each
   */
  public record CostComparison(
      List<TechnologyReading> generators,
      List<TechnologyReading> technologies,
      List<ClaimReading> claims,
      ImageCost image,
      String areaSource,
      double nodeMeters,
      List<String> tables,
      List<PriceReading> prices,
      List<AreaReading> areas,
      List<StageCostReading> stages,
      List<SensitivityReading> sensitivities,
      List<String> verdicts) {
    /** Takes what an older run does not have as empty. */
    public CostComparison {
      tables = given(tables);
      prices = given(prices);
      areas = given(areas);
      stages = given(stages);
      sensitivities = given(sensitivities);
      verdicts = given(verdicts);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
      return list == null ? List.of() : List.copyOf(list);
    }
  }

  /**
   * The price of one action.
   *
   * @param action what is done
   * @param joules energy of one
   * @param lowJoules low end of its range
   * @param highJoules high end
   * @param rangeReason why these ends
   * @param seconds its time, null where none is charged
   * @param kind what the number rests on
   * @param source where it comes from
   */
  public record PriceReading(
      String action,
      double joules,
      double lowJoules,
      double highJoules,
      String rangeReason,
      @Nullable Double seconds,
      String kind,
      String source) {}

  /**
   * The area of one sort of components.
   *
   * @param item which component
   * @param count how many
   * @param squareMetersEach area of one
   * @param squareMeters area of all
   * @param kind what the number rests on
   * @param source where it comes from
   */
  public record AreaReading(
      String item,
      long count,
      double squareMetersEach,
      double squareMeters,
      String kind,
      String source) {}

  /**
   * Energy and time of one stage.
   *
   * @param stage its name
   * @param joules energy
   * @param seconds time of the array
   * @param bits random bits made in it
   */
  public record StageCostReading(String stage, double joules, double seconds, double bits) {}

  /**
   * What moves the verdict of one reading.
   *
   * @param reading how the claim is read
   * @param scope how much hardware is included
   * @param rival the conventional generator that is hardest to beat
   * @param advantage times better than it
   * @param claim the verdict
   * @param swings each parameter, the largest swing first
   */
  public record SensitivityReading(
      String reading,
      String scope,
      String rival,
      double advantage,
      String claim,
      List<SwingReading> swings) {}

  /**
   * What one parameter does to an advantage.
   *
   * @param parameter its name
   * @param unit its unit
   * @param value its value
   * @param low low end of its range
   * @param high high end
   * @param rangeReason why these ends
   * @param advantageAtLow advantage at the low end
   * @param advantageAtHigh advantage at the high end
   * @param claimAtLow verdict at the low end
   * @param claimAtHigh verdict at the high end
   * @param movesTheVerdict whether either is another verdict
   */
  public record SwingReading(
      String parameter,
      String unit,
      double value,
      double low,
      double high,
      String rangeReason,
      double advantageAtLow,
      double advantageAtHigh,
      String claimAtLow,
      String claimAtHigh,
      boolean movesTheVerdict) {}

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
