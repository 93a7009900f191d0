package io.spindrift.cli.command;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.PackedBits;
import io.spindrift.memory.process.PlaneBits;
import io.spindrift.memory.process.PlaneLaw;
import io.spindrift.numerics.UnusableInput;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is done to the bits of the last state before they are examined.
 *
 * @param word as the option gives it
 * @param inputs rows folded into one by exclusive-or, 1 for none
 * @param pairs whether von Neumann's pairs are taken of neighbours instead
 */
record DiffuseCondition(String word, int inputs, boolean pairs) {
  /**
   * Reads {@code --condition}.
   *
   * @throws UnusableInput with what would be accepted
   */
  static DiffuseCondition parse(String text) {
    if (text.equals("none")) {
      return new DiffuseCondition(text, 1, false);
    }
    if (text.startsWith("xor") || text.equals("von-neumann")) {
      ConditionStep step = ConditionStep.parse(text);
      if (step instanceof ConditionStep.Xor xor) {
        return new DiffuseCondition("xor:" + xor.inputs(), xor.inputs(), false);
      }
      if (step instanceof ConditionStep.Pairs) {
        return new DiffuseCondition(text, 1, true);
      }
    }
    throw new UnusableInput(
        "--condition must be none, xor:K or von-neumann, but was '" + text + "'");
  }

  /**
   * Refuses to fold more rows than there are.
   *
   * @throws UnusableInput with what would be accepted
   */
  void requireRows(int rows) {
    if (inputs > rows) {
      throw new UnusableInput(
          "--condition must be none, von-neumann or xor:K with K at most "
              + rows
              + ", the rows of the planes, but was "
              + word);
    }
  }

  /** The bits after it; empty when none is left. */
  Optional<BitSequence> apply(PlaneBits bits) {
    BitSequence folded = bits.fold(inputs);
    return pairs ? pairs(folded) : Optional.of(folded);
  }

  /** Of each pair 10 gives 1, 01 gives 0 and equal bits give nothing. */
  private static Optional<BitSequence> pairs(BitSequence bits) {
    long[] words = new long[PackedBits.words(bits.length())];
    int length = 0;
    for (int i = 0; i + 1 < bits.length(); i += 2) {
      if (bits.bit(i) != bits.bit(i + 1)) {
        words[length / 64] |= (long) bits.bit(i) << length;
        length++;
      }
    }
    return length == 0 ? Optional.empty() : Optional.of(BitSequence.of(words, length));
  }

  /** Share of ones that the law predicts; of pairs not known, for their neighbours may differ. */
  OptionalDouble predictedShare(PlaneBits first, PlaneLaw law) {
    return pairs ? OptionalDouble.empty() : OptionalDouble.of(first.foldedShare(law, inputs));
  }
}
