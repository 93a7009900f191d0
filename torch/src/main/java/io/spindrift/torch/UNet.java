package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * A U-Net that answers for a noisy image, as a function of its weights.
 *
 * <p>Every level halves the image; what a block of the falling side computes is joined to the input
 * of its mirror on the rising side. The first convolution is fp32, so that little noise is not
 * rounded away; the others use the working arithmetic. Source: Ho, Jain and Abbeel 2020, appendix
 * B. Deviations: as many blocks rise as fall (there one more), attention is a choice, the square of
 * pixels {@code patch} may be folded into channels.
 */
final class UNet {
  private final DenoiserSpec spec;
  private final ScalarType working;
  private final ParameterTable table = new ParameterTable();
  private final TimeEmbedding time;
  private final @Nullable ClassEmbedding classes;
  private final Convolution entry;
  private final List<Level> falling = new ArrayList<>();
  private final Stage bottomFirst;
  private final Stage bottomSecond;
  private final List<Level> rising = new ArrayList<>();
  private final GroupNormalisation exitNorm;
  private final Convolution exit;

  /** A residual block, perhaps followed by attention. */
  private record Stage(ResidualBlock block, @Nullable SelfAttention attention) {
    Tensor apply(Weights weights, Tensor x, Tensor embedded) {
      Tensor h = block.apply(weights, x, embedded);
      return attention == null ? h : attention.apply(weights, h);
    }

    long multiplyAccumulates(int height, int width) {
      return block.multiplyAccumulates(height, width)
          + (attention == null ? 0 : attention.multiplyAccumulates(height, width));
    }
  }

  /** Stages of one resolution and the convolution that changes it, none at the end of a side. */
  private record Level(List<Stage> stages, @Nullable Convolution change) {}

  UNet(DenoiserSpec spec, ScalarType working) {
    this.spec = spec;
    this.working = working;
    int levels = spec.multipliers().size();
    int folded = spec.image().channels() * spec.patch() * spec.patch();
    time = TimeEmbedding.declare(table, "time", spec.width());
    classes =
        spec.classes() == 0
            ? null
            : ClassEmbedding.declare(table, "class", spec.classes(), time.width());
    entry = Convolution.declare(table, "entry", folded, channels(0), 3, 1, ScalarType.Float);
    for (int level = 0; level < levels; level++) {
      falling.add(declareFalling(level, level + 1 < levels));
    }
    int deepest = levels - 1;
    boolean attends = spec.attentionFromLevel() < levels;
    bottomFirst = stage("bottom.0", channels(deepest), channels(deepest), attends);
    bottomSecond = stage("bottom.1", channels(deepest), channels(deepest), false);
    for (int level = deepest; level >= 0; level--) {
      rising.add(declareRising(level));
    }
    exitNorm = GroupNormalisation.declare(table, "exit.norm", channels(0));
    exit = Convolution.declareZero(table, "exit.convolution", channels(0), folded, 3, working);
  }

  DenoiserSpec spec() {
    return spec;
  }

  ParameterTable parameters() {
    return table;
  }

  TimeEmbedding time() {
    return time;
  }

  /**
   * Answers for noisy images.
   *
   * @param noisy images [batch, channel, height, width], fp32
   * @param waves sines and cosines of the steps, [batch, waves], fp32
   * @param labels class of each image, [batch]; not looked at by a network without classes
   * @return the answer [batch, channel, height, width], fp32
   */
  Tensor apply(Weights weights, Tensor noisy, Tensor waves, int[] labels) {
    Tensor embedded = time.apply(weights, waves);
    if (classes != null) {
      embedded = embedded.add(classes.apply(weights, labels));
    }
    Tensor folded = spec.patch() == 1 ? noisy : torch.pixel_unshuffle(noisy, spec.patch());
    Tensor h = entry.apply(weights, folded).to(working);
    Deque<Tensor> joins = new ArrayDeque<>();
    for (Level level : falling) {
      for (Stage stage : level.stages()) {
        h = stage.apply(weights, h, embedded);
        joins.push(h);
      }
      h = level.change() == null ? h : level.change().apply(weights, h);
    }
    h = bottomSecond.apply(weights, bottomFirst.apply(weights, h, embedded), embedded);
    for (Level level : rising) {
      for (Stage stage : level.stages()) {
        Tensor joined = torch.cat(new TensorVector(h, joins.pop()), 1);
        h = stage.apply(weights, joined, embedded);
      }
      h = level.change() == null ? h : level.change().apply(weights, doubled(h));
    }
    Tensor predicted = exit.apply(weights, exitNorm.applyThenSilu(weights, h)).to(ScalarType.Float);
    return spec.patch() == 1 ? predicted : torch.pixel_shuffle(predicted, spec.patch());
  }

  /** Multiply-accumulate operations for one image; norms and activations are not counted. */
  long multiplyAccumulates() {
    int height = spec.image().height() / spec.patch();
    int width = spec.image().width() / spec.patch();
    long sum = time.multiplyAccumulates() + entry.multiplyAccumulates(height, width);
    sum += exit.multiplyAccumulates(height, width);
    int deepest = falling.size() - 1;
    for (int i = 0; i <= deepest; i++) {
      sum +=
          multiplyAccumulates(
              falling.get(i), height >> i, width >> i, height >> (i + 1), width >> (i + 1));
      int up = Math.max(i - 1, 0);
      sum +=
          multiplyAccumulates(
              rising.get(deepest - i), height >> i, width >> i, height >> up, width >> up);
    }
    return sum
        + bottomFirst.multiplyAccumulates(height >> deepest, width >> deepest)
        + bottomSecond.multiplyAccumulates(height >> deepest, width >> deepest);
  }

  private static long multiplyAccumulates(
      Level level, int height, int width, int nextHeight, int nextWidth) {
    long sum =
        level.change() == null ? 0 : level.change().multiplyAccumulates(nextHeight, nextWidth);
    for (Stage stage : level.stages()) {
      sum += stage.multiplyAccumulates(height, width);
    }
    return sum;
  }

  private Level declareFalling(int level, boolean continues) {
    List<Stage> stages = new ArrayList<>();
    int in = channels(Math.max(level - 1, 0));
    for (int i = 0; i < spec.blocksPerLevel(); i++) {
      boolean attends = level >= spec.attentionFromLevel();
      stages.add(stage("falling." + level + "." + i, in, channels(level), attends));
      in = channels(level);
    }
    String name = "falling." + level + ".halve";
    return new Level(
        stages, continues ? Convolution.declare(table, name, in, in, 3, 2, working) : null);
  }

  private Level declareRising(int level) {
    List<Stage> stages = new ArrayList<>();
    int own = channels(level);
    for (int i = 0; i < spec.blocksPerLevel(); i++) {
      boolean attends = level >= spec.attentionFromLevel();
      stages.add(stage("rising." + level + "." + i, 2 * own, own, attends));
    }
    String name = "rising." + level + ".double";
    return new Level(
        stages,
        level == 0
            ? null
            : Convolution.declare(table, name, own, channels(level - 1), 3, 1, working));
  }

  private Stage stage(String name, int in, int out, boolean attends) {
    return new Stage(
        ResidualBlock.declare(table, name, in, out, time.width(), working),
        attends ? SelfAttention.declare(table, name + ".attention", out, working) : null);
  }

  private static Tensor doubled(Tensor x) {
    return torch.upsample_nearest2d(x, 2 * x.size(2), 2 * x.size(3));
  }

  private int channels(int level) {
    return spec.width() * spec.multipliers().get(level);
  }
}
