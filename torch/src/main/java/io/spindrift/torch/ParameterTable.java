package io.spindrift.torch;

import io.spindrift.diffusion.safetensors.FloatTensor;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a network, in the order in which one flat array holds them.
 *
 * <p>Layers declare what they need while the network is put together; initial values are drawn per
 * parameter from a stream named after it, so that a parameter does not depend on its neighbours.
 */
final class ParameterTable {
  private final List<Slot> slots = new ArrayList<>();
  private long length;

  /**
   * One parameter.
   *
   * @param index place in the table
   * @param name name in files, such as {@code "down.0.block.1.first.weight"}
   * @param shape sizes of its dimensions
   * @param offset place of its first value in the flat array
   * @param bound half width of the uniform distribution of its initial values
   * @param start centre of that distribution
   * @param decayed whether weight decay pulls at it: weights, not biases and norms
   */
  record Slot(
      int index,
      String name,
      List<Long> shape,
      long offset,
      double bound,
      float start,
      boolean decayed) {
    long count() {
      return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    long[] sizes() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }

    /** The parameter's own part of the values of all, not copied. */
    FloatTensor tensor(float[] values) {
      return new FloatTensor(sizes(), FloatBuffer.wrap(values, (int) offset, (int) count()));
    }
  }

  /** Declares weights, uniform within 1/sqrt(fanIn), which keeps the variance of activations. */
  int weight(String name, long fanIn, long... shape) {
    return add(name, 1 / Math.sqrt(fanIn), 0, true, shape);
  }

  /** Declares weights that start at zero, so that their branch starts as nothing. */
  int zeroWeight(String name, long... shape) {
    return add(name, 0, 0, true, shape);
  }

  /** Declares values that start as a constant and are not decayed. */
  int constant(String name, float value, long count) {
    return add(name, 0, value, false, count);
  }

  List<Slot> slots() {
    return slots;
  }

  int size() {
    return slots.size();
  }

  /** Number of values of all parameters. */
  int length() {
    return Math.toIntExact(length);
  }

  /** Draws the initial values of all parameters. */
  float[] initialValues(StreamKey key) {
    float[] values = new float[length()];
    for (Slot slot : slots) {
      int from = (int) slot.offset();
      int to = from + (int) slot.count();
      Arrays.fill(values, from, to, slot.start());
      if (slot.bound() > 0) {
        RandomStream stream = key.purpose(slot.name()).open();
        for (int i = from; i < to; i++) {
          values[i] += (float) ((2 * stream.nextDouble() - 1) * slot.bound());
        }
      }
    }
    return values;
  }

  /** One for every value that weight decay pulls at, zero for the others. */
  float[] decayMask() {
    float[] mask = new float[length()];
    for (Slot slot : slots) {
      if (slot.decayed()) {
        Arrays.fill(mask, (int) slot.offset(), (int) (slot.offset() + slot.count()), 1);
      }
    }
    return mask;
  }

  private int add(String name, double bound, float start, boolean decayed, long... shape) {
    List<Long> sizes = Arrays.stream(shape).boxed().toList();
    Slot slot = new Slot(slots.size(), name, sizes, length, bound, start, decayed);
    slots.add(slot);
    length += slot.count();
    return slot.index();
  }
}
