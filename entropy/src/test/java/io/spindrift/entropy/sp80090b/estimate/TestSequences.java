package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Sequences that estimators are tried on: fair, biased, sticky, periodic, and mixtures. */
final class TestSequences {
  /** Named sequences of {@code length} symbols of {@code bits} bits. */
  static Map<String, Symbols> all(int length, int bits) {
    int alphabet = 1 << bits;
    Map<String, Symbols> sequences = new LinkedHashMap<>();
    RandomStream fair = stream("fair", bits);
    sequences.put("fair", of(length, bits, i -> fair.nextInt(alphabet)));
    RandomStream biased = stream("biased", bits);
    sequences.put(
        "biased", of(length, bits, i -> biased.nextInt(8) > 0 ? 0 : biased.nextInt(alphabet)));
    RandomStream sticky = stream("sticky", bits);
    int[] held = {0};
    sequences.put(
        "sticky",
        of(
            length,
            bits,
            i -> {
              held[0] = sticky.nextInt(5) > 0 ? held[0] : sticky.nextInt(alphabet);
              return held[0];
            }));
    sequences.put("periodic", of(length, bits, i -> (i % 7) * (i % 7) % alphabet));
    sequences.put("pairs", of(length, bits, i -> (i / 2) % 2));
    sequences.put("constant but once", of(length, bits, i -> i == length / 3 ? 1 : 0));
    RandomStream late = stream("late", bits);
    sequences.put(
        "periodic, then fair",
        of(length, bits, i -> i < length / 2 ? i % 3 % alphabet : late.nextInt(alphabet)));
    return sequences;
  }

  /** One of them. */
  static Symbols named(String name, int length, int bits) {
    return Optional.ofNullable(all(length, bits).get(name)).orElseThrow();
  }

  static Symbols of(int length, int bits, IntUnaryOperator symbol) {
    byte[] values = new byte[length];
    for (int i = 0; i < length; i++) {
      values[i] = (byte) symbol.applyAsInt(i);
    }
    return new Symbols(values, bits);
  }

  /** The symbols as the estimators number them. */
  static int[] numbered(Sample sample) {
    int[] symbols = new int[sample.length()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = sample.symbol(i);
    }
    return symbols;
  }

  static RandomStream stream(String purpose, long index) {
    return StreamKey.root(20261125).purpose("estimators/" + purpose).at(index).open();
  }

  private TestSequences() {}
}
