package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/**
 * Bits of one junction that is reset before every toss and held at P = 1/2 by a {@link
 * FeedbackLoop}.
 *
 * <p>The response is asked afresh for every window, so that its curvature and its ends act. The
 * control starts where the loop would rest and runs for {@link FeedbackLoop#settlingWindows}
 * windows before the first bit of a block; a block is an independent run of the loop.
 */
public final class FeedbackCoin implements BitSource {
  private final String name;
  private final PulseResponse response;
  private final SetPoint setPoint;
  private final FeedbackLoop loop;

  /**
   * A held coin.
   *
   * @param name what it is called in reports
   * @param response P(1) against the control
   * @param setPoint where it is fair
   * @param loop the controller, and the drift that it works against
   */
  public FeedbackCoin(String name, PulseResponse response, SetPoint setPoint, FeedbackLoop loop) {
    this.name = name;
    this.response = response;
    this.setPoint = setPoint;
    this.loop = loop;
  }

  /** The controller. */
  public FeedbackLoop loop() {
    return loop;
  }

  /** Where the coin is fair. */
  public SetPoint setPoint() {
    return setPoint;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    BitAppender output = new BitAppender(words, bitCount);
    RandomWords stream = RandomWords.open(key);
    long[] window = new long[PackedBits.words(loop.windowBits())];
    double step = loop.gain() / setPoint.slope();
    double drift = loop.driftPerWindow() / setPoint.slope();
    double control = setPoint.control() + loop.residualBias() / setPoint.slope();
    for (int w = -loop.settlingWindows(); !output.isFull(); w++) {
      int ones = toss(response.probability(control), stream, window);
      control += drift - step * ((double) ones / loop.windowBits() - 0.5);
      if (w >= 0) {
        output.append(window, loop.windowBits());
      }
    }
  }

  /** Tosses one window and returns its ones. */
  private int toss(double probability, RandomWords stream, long[] window) {
    int ones = 0;
    for (int i = 0; i < window.length; i++) {
      int length = Math.min(64, loop.windowBits() - 64 * i);
      window[i] = BernoulliCells.word(probability, stream) & PackedBits.lowest(length);
      ones += Long.bitCount(window[i]);
    }
    return ones;
  }
}
