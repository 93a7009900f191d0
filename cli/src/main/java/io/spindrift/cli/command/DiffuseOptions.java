package io.spindrift.cli.command;

import io.spindrift.diffusion.image.FoundImages;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which images diffuse, how fast, and which steps are shown. */
final class DiffuseOptions {
  private static final int MOST_IMAGES = 10_000;
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_FRAMES = 64;

  /** How fast the picture goes. */
  enum Schedule {
    COSINE,
    LINEAR,
    CONSTANT;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Images: idx, CIFAR-10, .npy, or pictures; the default is the embedded set of strokes.")
  private @Nullable Path data;

  @Option(
      names = "--images",
      paramLabel = "N",
      description =
          "How many images diffuse, the first of the set; the default is 256 for bits, so that the"
              + " last state has bits enough to be examined, and 8 for pixels.")
  private @Nullable String images;

  @Option(
      names = "--schedule",
      paramLabel = "cosine|linear|constant",
      description =
          "How the correlation with the start falls: along a squared cosine, evenly, or by the same"
              + " factor each step. The default is constant for bits, because short pulses have a"
              + " least flip probability, and cosine for pixels.")
  private @Nullable Schedule schedule;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of the process; the default is 50, and 1000 with langevin.")
  private @Nullable String steps;

  @Option(
      names = "--final-correlation",
      paramLabel = "C",
      defaultValue = "0.02",
      description =
          "Correlation with the start that is left after the last step, of bits or of pixels; the"
              + " default is ${DEFAULT-VALUE}.")
  private String finalCorrelation = "";

  @Option(
      names = "--frames",
      paramLabel = "N|LIST",
      defaultValue = "9",
      description =
          "Steps that are shown and saved: how many, evenly spaced from the start to the end, or a"
              + " list such as 0,10,50; the default is ${DEFAULT-VALUE}.")
  private String frames = "";

  /** The images, as many as were asked for. */
  ImageSet images(DiffuseProcess process, long seed) {
    int usual = process == DiffuseProcess.BITS ? 256 : 8;
    int count =
        images == null ? usual : GivenQuantity.smallCount("--images", images, 1, MOST_IMAGES);
    if (data == null) {
      return new StrokesImageSet(StreamKey.root(seed), count);
    }
    FoundImages found = ImageSetFinder.recognise(data);
    ImageSet all = found.training();
    if (all.count() < count) {
      throw new UnusableInput(
          "--images must be at most "
              + all.count()
              + ", which "
              + data
              + " holds, but was "
              + count);
    }
    if (all.shape().channels() != 1 && all.shape().channels() != 3) {
      throw new UnusableInput(
          "--data must hold grey or colour images, but " + data + " holds " + all.shape());
    }
    return new io.spindrift.diffusion.image.ImageRange(all, 0, count);
  }

  /** Number of steps. */
  int steps() {
    return steps(50);
  }

  /** Number of steps, with the number that is meant when none is given. */
  int steps(int usual) {
    return steps == null ? usual : GivenQuantity.smallCount("--steps", steps, 1, MOST_STEPS);
  }

  /** What is left of the correlation with the start. */
  double finalCorrelation() {
    double left = GivenQuantity.any("--final-correlation", finalCorrelation, Dimension.NONE);
    if (!(left > 0 && left < 1)) {
      throw new UnusableInput(
          "--final-correlation must be between 0 and 1, but was " + finalCorrelation);
    }
    return left;
  }

  /** The steps that are shown, rising. */
  List<Integer> frames() {
    int last = steps();
    TreeSet<Integer> shown = new TreeSet<>();
    if (frames.contains(",")) {
      for (String text : frames.split(",", -1)) {
        shown.add(GivenQuantity.smallCount("--frames", text.strip(), 0, last));
      }
    } else {
      int count = GivenQuantity.smallCount("--frames", frames, 2, MOST_FRAMES);
      IntStream.range(0, count)
          .map(i -> (int) Math.round(i * (double) last / (count - 1)))
          .forEach(shown::add);
    }
    if (shown.size() > MOST_FRAMES) {
      throw new UnusableInput(
          "--frames must name at most " + MOST_FRAMES + " steps, but named " + shown.size());
    }
    return List.copyOf(shown);
  }

  /** How the correlation falls. */
  Schedule schedule(DiffuseProcess process) {
    Schedule usual = process == DiffuseProcess.BITS ? Schedule.CONSTANT : Schedule.COSINE;
    return schedule == null ? usual : schedule;
  }

  /**
   * The correlation of bits or pixels with the start after each step, sqrt(alphaBar) of the
   * schedule.
   */
  double[] correlations(DiffuseProcess process) {
    Schedule chosen = schedule(process);
    int last = steps();
    double left = finalCorrelation();
    double theta = Math.acos(Math.sqrt(left));
    double[] correlation = new double[last];
    Arrays.setAll(
        correlation,
        i -> {
          double part = (i + 1.0) / last;
          return switch (chosen) {
            case COSINE -> Math.pow(Math.cos(theta * part), 2);
            case LINEAR -> 1 - (1 - left) * part;
            case CONSTANT -> Math.pow(left, part);
          };
        });
    return correlation;
  }
}
