package io.spindrift.entropy.coin;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A threshold that wanders as a sum of Ornstein-Uhlenbeck processes: slow drift or 1/f noise.
 *
 * <p>Component j has standard deviation s_j and correlation time tau_j, so that x is Gaussian with
 * autocovariance C(t) = sum of s_j^2 exp(-t/tau_j), and its spectrum is a sum of Lorentzians. A
 * path of step h follows each component exactly: y' = phi y + s sqrt(1 - phi^2) g, phi =
 * exp(-h/tau).
 *
 * <p>With f the response and r = C(lag)/C(0), the mean product is the integral over two standard
 * normal variables of f(s u) f(s (r u + sqrt(1 - r^2) v)). Both integrals are trapezoidal sums of
 * step 1/32 over +-8 standard deviations, whose error falls faster than any power of the step.
 *
 * @param name what it is, for reports
 * @param components the processes that add up, one or more
 */
public record GaussianWander(String name, List<Component> components)
    implements ThresholdFluctuation {
  private static final int STEPS_PER_SIGMA = 32;
  private static final int EDGE = 8 * STEPS_PER_SIGMA;
  private static final double[] WEIGHT = weights();

  /**
   * One Ornstein-Uhlenbeck process.
   *
   * @param rmsVolts standard deviation in volts
   * @param correlationSeconds time constant of its exponential correlation in seconds
   */
  public record Component(double rmsVolts, double correlationSeconds) {
    /** Checks both numbers. */
    public Component {
      Require.notNegative("rms of the threshold", rmsVolts, "V");
      Require.positive("correlation time of the threshold", correlationSeconds, "s");
    }
  }

  /** Copies the components, of which there must be some. */
  public GaussianWander {
    components = List.copyOf(components);
    Require.atLeast("components of the wander", components.size(), 1);
  }

  /** A slow wander of the threshold with one correlation time. */
  public static GaussianWander slow(double rmsVolts, double correlationSeconds) {
    return new GaussianWander(
        "wandering threshold", List.of(new Component(rmsVolts, correlationSeconds)));
  }

  /**
   * 1/f noise: processes of equal variance whose time constants are spaced evenly in their
   * logarithm from the fastest to the slowest, both included. The spectral density falls as 1/f
   * between the frequencies 1/(2 pi slowest) and 1/(2 pi fastest), is flat below and falls as 1/f^2
   * above.
   *
   * @param rmsVolts standard deviation of the sum in volts
   * @param fastestSeconds shortest time constant
   * @param slowestSeconds longest time constant, above the shortest
   * @param perDecade processes in a factor of ten; 2 keep the slope within some per cent
   */
  public static GaussianWander flicker(
      double rmsVolts, double fastestSeconds, double slowestSeconds, int perDecade) {
    Require.positive("fastest time of the 1/f noise", fastestSeconds, "s");
    Require.positive("slowest time of the 1/f noise", slowestSeconds, "s");
    Require.atLeast("processes per decade", perDecade, 1);
    if (!(slowestSeconds > fastestSeconds)) {
      throw new IllegalArgumentException(
          "slowest time of the 1/f noise must be above the fastest, "
              + fastestSeconds
              + " s, but was "
              + slowestSeconds
              + " s");
    }
    double decades = StrictMath.log10(slowestSeconds / fastestSeconds);
    int intervals = Math.max(1, (int) Math.ceil(decades * perDecade));
    double rms = rmsVolts / Math.sqrt(intervals + 1.0);
    return new GaussianWander(
        "threshold with 1/f noise",
        IntStream.rangeClosed(0, intervals)
            .mapToObj(i ->
                new Component(rms, fastestSeconds * StrictMath.pow(10, decades * i / intervals)))
            .toList());
  }

  private static double[] weights() {
    double[] weight = new double[2 * EDGE + 1];
    for (int i = 0; i < weight.length; i++) {
      double z = (double) (i - EDGE) / STEPS_PER_SIGMA;
      weight[i] = Math.exp(-0.5 * z * z) / (STEPS_PER_SIGMA * Math.sqrt(2 * Math.PI));
    }
    return weight;
  }

  /** The autocovariance C(t), in square volts. */
  public double covariance(double lagSeconds) {
    double sum = 0;
    for (Component part : components) {
      sum += part.rmsVolts() * part.rmsVolts() * Math.exp(-lagSeconds / part.correlationSeconds());
    }
    return sum;
  }

  @Override
  public double reachVolts() {
    return 6 * Math.sqrt(covariance(0));
  }

  @Override
  public double fastestSeconds() {
    return components.stream().mapToDouble(Component::correlationSeconds).min().orElseThrow();
  }

  @Override
  public DoubleSupplier path(StreamKey key, double stepSeconds) {
    RandomWords stream = RandomWords.open(key);
    int n = components.size();
    double[] keep = new double[n];
    double[] kick = new double[n];
    double[] state = new double[n];
    for (int j = 0; j < n; j++) {
      Component part = components.get(j);
      keep[j] = StrictMath.exp(-stepSeconds / part.correlationSeconds());
      kick[j] =
          part.rmsVolts()
              * Math.sqrt(-StrictMath.expm1(-2 * stepSeconds / part.correlationSeconds()));
      state[j] = part.rmsVolts() * stream.nextGaussian();
    }
    return () -> {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += state[j];
        state[j] = keep[j] * state[j] + kick[j] * stream.nextGaussian();
      }
      return sum;
    };
  }

  @Override
  public double mean(DoubleUnaryOperator f) {
    return average(f, 0, Math.sqrt(covariance(0)));
  }

  @Override
  public double meanProduct(DoubleUnaryOperator f, double lagSeconds) {
    double variance = covariance(0);
    double rms = Math.sqrt(variance);
    double r = variance == 0 ? 0 : covariance(lagSeconds) / variance;
    double rest = rms * Math.sqrt(Math.max(0, 1 - r * r));
    return average(
        x -> f.applyAsDouble(x) * (rest == 0 ? f.applyAsDouble(r * x) : average(f, r * x, rest)),
        0,
        rms);
  }

  /** The mean of f over a normal distribution. */
  private static double average(DoubleUnaryOperator f, double mean, double rms) {
    double sum = 0;
    for (int i = 0; i < WEIGHT.length; i++) {
      double z = (double) (i - EDGE) / STEPS_PER_SIGMA;
      sum += WEIGHT[i] * f.applyAsDouble(mean + rms * z);
    }
    return sum;
  }
}
