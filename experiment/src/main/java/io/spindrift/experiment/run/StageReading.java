package io.spindrift.experiment.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one stage of a run found out, as it stands in {@code metrics.json}. */
public sealed interface StageReading
    permits StageReading.DeviceReading,
        StageReading.EntropyReading,
        StageReading.MemoryReading,
        StageReading.DiffusionReading,
        StageReading.FidReading,
        CostReading {

  /**
   * The junction and its operating point.
   *
   * @param name name of the preset or file
   * @param model what the switching model is
   * @param sources where the numbers of the device come from, one line each
   * @param operatingVoltageVolts pulse amplitude
   * @param operatingPulseSeconds pulse width chosen on the curve
   * @param operatingPoint how the width was chosen: plateau, crossing or given
   * @param temperatureKelvin temperature
   * @param switchFromParallel P(switch) out of the parallel state at the operating point
   * @param switchFromAntiparallel P(switch) out of the antiparallel state at the operating point
   * @param resistanceParallelOhms resistance of the parallel state at the operating voltage
   * @param resistanceAntiparallelOhms resistance of the antiparallel state at that voltage
   * @param pulseJoules energy of one pulse in the parallel state, V^2 t / R
   * @param trajectories simulated trajectories per point of the curve, 0 for a closed form
   */
  record DeviceReading(
      String name,
      String model,
      List<String> sources,
      double operatingVoltageVolts,
      double operatingPulseSeconds,
      String operatingPoint,
      double temperatureKelvin,
      double switchFromParallel,
      double switchFromAntiparallel,
      double resistanceParallelOhms,
      double resistanceAntiparallelOhms,
      double pulseJoules,
      int trajectories)
      implements StageReading {}

  /**
   * One check of a bit stream.
   *
   * @param title name of the check in words
   * @param statistic value of the test statistic, null where the check does not apply
   * @param pValue probability of a statistic at least as extreme from fair bits, null likewise
   * @param verdict passes, fails or does not apply
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CheckReading(
      String title, @Nullable Double statistic, @Nullable Double pValue, Verdict verdict) {}

  /** What a check says of bits. */
  enum Verdict {
    /** The certificate does not reject the bits by this check. */
    PASSES("passes"),
    /** The certificate rejects the bits by this check. */
    FAILS("fails"),
    /** The check has no meaning for these bits. */
    NOT_APPLICABLE("does not apply");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** The verdict in words. */
    @JsonValue
    public String words() {
      return words;
    }
  }

  /**
   * The bits and the noise made of them.
   *
   * @param bits the bit stream that was checked
   * @param checks each check by its key
   * @param noise the Gaussian samples
   */
  record EntropyReading(BitReading bits, Map<String, CheckReading> checks, NoiseReading noise)
      implements StageReading {}

  /**
   * A bit stream that was checked.
   *
   * @param source what drew the bits
   * @param count number of bits checked
   * @param devices junctions in the population
   * @param xorFold raw bits folded into one
   * @param onesShare share of ones
   * @param lagOneCorrelation autocorrelation at lag one
   * @param level probability that the certificate rejects fair bits
   * @param passed whether no check rejects
   * @param power what so many bits could have shown
   * @param minEntropyBits min-entropy per bit of the non-IID track of SP 800-90B, null with too few
   *     bits for it
   */
  record BitReading(
      String source,
      long count,
      int devices,
      int xorFold,
      double onesShare,
      double lagOneCorrelation,
      double level,
      boolean passed,
      String power,
      @Nullable Double minEntropyBits) {}

  /**
   * Quality of Gaussian samples.
   *
   * @param source what made the samples
   * @param bitsPerSample bits summed into one sample
   * @param samples number of samples
   * @param mean sample mean
   * @param variance sample variance
   * @param skewness third standardised moment
   * @param excessKurtosis fourth standardised moment less three
   * @param kolmogorovSmirnov largest distance of the distribution function from the normal one
   * @param reachSigma largest magnitude that a sample can take, in standard deviations
   * @param idealKolmogorovSmirnov distance of a perfect sum of as many bits
   * @param againstNormal each test against the standard normal, by its key
   * @param againstStated each test against the law that the method states, by its key
   * @param power what so many samples could have shown
   */
  record NoiseReading(
      String source,
      int bitsPerSample,
      long samples,
      double mean,
      double variance,
      double skewness,
      double excessKurtosis,
      double kolmogorovSmirnov,
      double reachSigma,
      double idealKolmogorovSmirnov,
      Map<String, CheckReading> againstNormal,
      Map<String, CheckReading> againstStated,
      String power) {
    /** Keeps the order of the tests. */
    public NoiseReading {
      againstNormal = Collections.unmodifiableMap(new LinkedHashMap<>(againstNormal));
      againstStated = Collections.unmodifiableMap(new LinkedHashMap<>(againstStated));
    }
  }

  /**
   * The array of cells that holds the noise.
   *
   * @param rows word lines
   * @param columns bit lines
   * @param switchingMean mean switching probability over the cells
   * @param switchingSpread standard deviation of it from cell to cell
   * @param readBack whether a row that was written read back as it was
   * @param actionsPerSample actions that one Gaussian sample costs, by action
   */
  record MemoryReading(
      int rows,
      int columns,
      double switchingMean,
      double switchingSpread,
      boolean readBack,
      Map<String, Double> actionsPerSample)
      implements StageReading {}

  /**
   * Training and sampling of both denoisers.
   *
   * @param images what the image set is
   * @param shape shape of an image
   * @param trainCount images trained on
   * @param heldOutCount images kept for the metric
   * @param process noise schedule and number of steps
   * @param sampler sampler and number of steps
   * @param denoiser architecture in words
   * @param parameters trainable parameters
   * @param multiplyAccumulatesPerImage multiply-accumulates of one forward pass of one image
   * @param engine tensor library and arithmetic
   * @param hardware the denoiser trained and sampled with hardware noise
   * @param software the denoiser trained and sampled with software noise
   */
  record DiffusionReading(
      String images,
      String shape,
      int trainCount,
      int heldOutCount,
      String process,
      String sampler,
      String denoiser,
      long parameters,
      long multiplyAccumulatesPerImage,
      String engine,
      ArmReading hardware,
      ArmReading software)
      implements StageReading {}

  /**
   * One of the two trainings.
   *
   * @param noise the noise in words
   * @param steps optimiser steps
   * @param batch images per step
   * @param finalLoss mean loss of the last tenth of the steps
   * @param samples number of sampled images
   * @param samplingSteps denoiser calls per sampled image
   * @param trainingImagesPerSecond throughput of training, a timing
   * @param waitedShare share of the time of training that went by waiting for batches, a timing
   * @param sampledImagesPerSecond throughput of sampling, a timing
   */
  record ArmReading(
      String noise,
      long steps,
      int batch,
      double finalLoss,
      int samples,
      int samplingSteps,
      double trainingImagesPerSecond,
      double waitedShare,
      double sampledImagesPerSecond) {}

  /**
   * Fréchet distances.
   *
   * @param extractor name of the feature network
   * @param features number of features
   * @param hardware samples of the hardware arm against held-out images
   * @param software samples of the software arm against held-out images
   * @param floor real training images against held-out images at the same counts
   * @param heldOutCount held-out images on the other side of each distance
   * @param resamples half samples behind each interval
   * @param confidence level of each interval
   * @param warnings what a reader should know before trusting the values; often empty
   * @param others further metrics of the same images; empty in runs of earlier versions
   */
  record FidReading(
      String extractor,
      int features,
      Interval hardware,
      Interval software,
      Interval floor,
      int heldOutCount,
      int resamples,
      double confidence,
      List<String> warnings,
      List<MetricReading> others)
      implements StageReading {
    /** Copies the lists; files of earlier versions have no further metrics. */
    public FidReading {
      warnings = List.copyOf(warnings);
      others = absent(others) ? List.of() : List.copyOf(others);
    }

    private static boolean absent(@Nullable List<MetricReading> others) {
      return others == null;
    }
  }

  /**
   * One further metric.
   *
   * @param name what it is
   * @param hardware of the samples of the hardware arm
   * @param software of the samples of the software arm
   * @param floor of real training images
   */
  record MetricReading(String name, Interval hardware, Interval software, Interval floor) {}

  /**
   * A value with its confidence interval.
   *
   * @param value point estimate
   * @param low lower end
   * @param high upper end
   * @param count images on the sampled side
   */
  record Interval(double value, double low, double high, int count) {}
}
