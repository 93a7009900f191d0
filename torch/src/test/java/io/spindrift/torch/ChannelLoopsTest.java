package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChannelLoopsTest {
  private static final int CHANNELS = 32;
  private static final int PIXELS = 49;

  private final ChannelLoops plain = new PlainLoops();
  private final ChannelLoops chosen = ChannelLoops.of(CHANNELS);
  private final float[] x = TinyNets.normal(1, PIXELS * CHANNELS);
  private final float[] y = TinyNets.normal(2, PIXELS * CHANNELS);
  private final float[] first = TinyNets.normal(3, CHANNELS);
  private final float[] second = TinyNets.normal(4, CHANNELS);
  private final float[] third = TinyNets.normal(5, CHANNELS);

  private interface Work {
    void of(ChannelLoops loops, float[] x, float[] y, float[] sum);
  }

  private void requireSameBits(Work work) {
    float[][] plainly = {x.clone(), y.clone(), new float[CHANNELS]};
    float[][] asChosen = {x.clone(), y.clone(), new float[CHANNELS]};
    work.of(plain, plainly[0], plainly[1], plainly[2]);
    work.of(chosen, asChosen[0], asChosen[1], asChosen[2]);
    assertThat(asChosen).isDeepEqualTo(plainly);
    assertThat(Arrays.deepEquals(plainly, new float[][] {x, y, new float[CHANNELS]})).isFalse();
  }

  @Test
  void vectorsAreUsedForWholeVectorsOfChannelsOnly() {
    assertThat(chosen).isInstanceOf(VectorLoops.class);
    assertThat(ChannelLoops.of(3)).isInstanceOf(PlainLoops.class);
  }

  @Test
  void vectorsGiveTheBitsOfPlainLoops() {
    requireSameBits((loops, a, b, sum) -> loops.sum(a, first, PIXELS, sum));
    requireSameBits((loops, a, b, sum) -> loops.sumOfSquares(a, first, PIXELS, sum));
    requireSameBits((loops, a, b, sum) -> loops.sumOfProducts(a, first, b, PIXELS, sum));
    requireSameBits((loops, a, b, sum) -> loops.scale(a, first, second, PIXELS));
    requireSameBits((loops, a, b, sum) -> loops.activate(a, first, second, PIXELS));
    requireSameBits((loops, a, b, sum) -> loops.activateBack(a, first, second, b, PIXELS));
    requireSameBits((loops, a, b, sum) -> loops.combine(a, first, b, second, third, PIXELS));
  }

  @Test
  void everyBf16IsReadAsItselfAndWrittenBack() {
    int count = 1 << 16;
    float[] values = new float[count];
    for (ChannelLoops loops : new ChannelLoops[] {plain, chosen}) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment memory = arena.allocate(2L * count, 64);
        for (int i = 0; i < count; i++) {
          memory.setAtIndex(ValueLayout.JAVA_SHORT, i, (short) i);
        }
        loops.widen(memory, 0, values, count);
        for (int i = 0; i < count; i++) {
          assertThat(Float.floatToRawIntBits(values[i])).isEqualTo(i << 16);
        }
        memory.fill((byte) 0);
        loops.narrow(values, memory, 0, count);
        for (int i = 0; i < count; i++) {
          assertThat(memory.getAtIndex(ValueLayout.JAVA_SHORT, i)).isEqualTo((short) i);
        }
      }
    }
  }

  @Test
  void roundingIsToTheNearestAndTiesGoToEven() {
    float[] values = new float[CHANNELS];
    int[] bits = {0x3f800000, 0x3f807fff, 0x3f808000, 0x3f808001, 0x3f818000, 0xbf818000};
    int[] expected = {0x3f80, 0x3f80, 0x3f80, 0x3f81, 0x3f82, 0xbf82};
    for (int i = 0; i < bits.length; i++) {
      values[i] = Float.intBitsToFloat(bits[i]);
    }
    for (ChannelLoops loops : new ChannelLoops[] {plain, chosen}) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment memory = arena.allocate(2L * CHANNELS, 64);
        loops.narrow(values, memory, 0, CHANNELS);
        for (int i = 0; i < bits.length; i++) {
          assertThat(memory.getAtIndex(ValueLayout.JAVA_SHORT, i) & 0xffff).isEqualTo(expected[i]);
        }
      }
    }
  }

  @Test
  void theLogisticFunctionIsRightToSingleRounding() {
    for (double z = -86; z < 86; z += 0.0371) {
      float at = (float) z;
      double expected = 1 / (1 + Math.exp(-(double) at));
      assertThat((double) Exponential.logistic(at)).isCloseTo(expected, offset(3e-7 * expected));
    }
    assertThat(Exponential.logistic(1000)).isEqualTo(1);
    assertThat(Exponential.logistic(-1000)).isBetween(0f, 1e-37f);
    assertThat(Exponential.logistic(Float.NaN)).isNaN();
  }
}
