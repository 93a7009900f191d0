package io.spindrift.numerics.random;

import java.nio.charset.StandardCharsets;

/**
 * The name of one random stream: root seed, purposes and indices, absorbed into 128 bits.
 *
 * <p>Equal paths give equal keys; any difference in seed, purpose or index gives an unrelated key.
 * Image 4711 is therefore the same image for any batch size, thread count or machine.
 *
 * @param high upper half of the key
 * @param low lower half of the key
 */
public record StreamKey(long high, long low) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long SILVER = 0xD1B54A32D192ED03L;

  /** The key at the root of everything that {@code seed} decides. */
  public static StreamKey root(long seed) {
    return new StreamKey(GOLDEN, SILVER).absorb(seed, 0x5EEDL);
  }

  /** The key of a named purpose below this one, such as {@code "training/noise"}. */
  public StreamKey purpose(String name) {
    StreamKey key = absorb(name.length(), 0x9A3EL);
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      key = key.absorb(letter, 0x1E77L);
    }
    return key;
  }

  /** The key of one index below this one. */
  public StreamKey at(long index) {
    return absorb(index, 0x1DE5L);
  }

  /** The key of a pair of indices below this one. */
  public StreamKey at(long first, long second) {
    return at(first).at(second);
  }

  /**
   * Opens the stream of this key at its beginning; for many words at once see {@link RandomWords}.
   */
  public RandomStream open() {
    return new RandomStream(this);
  }

  /** The key of one lane of {@link RandomWords}, apart from every index and purpose. */
  StreamKey lane(int lane) {
    return absorb(lane, 0x1A4EL);
  }

  private StreamKey absorb(long word, long domain) {
    long a = mix(high ^ mix(word + GOLDEN) ^ domain);
    long b = mix(low + a + SILVER * (word | 1) + domain);
    return new StreamKey(mix(a + Long.rotateLeft(b, 23)), b);
  }

  /** Stafford's variant 13 of the 64-bit finaliser: a bijection with full avalanche. */
  static long mix(long word) {
    long z = word;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
