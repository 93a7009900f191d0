package io.spindrift.cli.command;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.recorded.BitReader;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.sp80022.SequenceSupply;
import io.spindrift.numerics.UnusableInput;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which sequences of a record are tested.
 *
 * @param record where the bits are
 * @param skippedBits bits passed over at the start
 * @param lengthBits bits of a sequence
 * @param sequences how many; an upper bound when {@code wanted} is empty and characters are read
 * @param wanted how many the user asked for
 */
record SequencePlan(
    BitRecord record, long skippedBits, int lengthBits, long sequences, OptionalLong wanted) {
  /** Bits of a sequence unless another length is asked for, if there are so many. */
  static final int USUAL_LENGTH_BITS = 1_000_000;

  /** The longest sequence that the tests are given. */
  static final int LONGEST_BITS = 100_000_000;

  private static final long MOST_SEQUENCES = Integer.MAX_VALUE;

  /** Files of characters up to this size are counted before the tests begin. */
  private static final long COUNTED_BYTES = 1L << 26;

  /**
   * Plans a run.
   *
   * @param length bits of a sequence, or nothing for the usual length
   * @param sequences how many, or nothing for all
   * @throws UnusableInput when the record holds fewer bits than that
   */
  static SequencePlan of(
      BitRecord record, long skippedBits, @Nullable String length, @Nullable String sequences) {
    OptionalLong bits = bits(record);
    long left = Math.max(0, bits.orElse(Long.MAX_VALUE) - skippedBits);
    int lengthBits =
        length == null
            ? Math.clamp(left, 1, USUAL_LENGTH_BITS)
            : GivenQuantity.smallCount("--length", length, 1, LONGEST_BITS);
    OptionalLong wanted =
        sequences == null
            ? OptionalLong.empty()
            : OptionalLong.of(GivenQuantity.count("--sequences", sequences, 1, MOST_SEQUENCES));
    if (bits.isEmpty() && wanted.isEmpty()) {
      throw new UnusableInput(
          "--sequences must be given for " + record.file() + ", whose end is not known");
    }
    long there = Math.min(MOST_SEQUENCES, left / lengthBits);
    if (there < wanted.orElse(1)) {
      throw tooFew(record, skippedBits, left, lengthBits, wanted.orElse(1));
    }
    return new SequencePlan(record, skippedBits, lengthBits, wanted.orElse(there), wanted);
  }

  /** The sequences, one after another; the reader stays the caller's to close. */
  SequenceSupply supply(BitReader reader) {
    reader.skip(skippedBits);
    long[] read = new long[1];
    return () -> {
      if (read[0] == sequences) {
        return Optional.empty();
      }
      Optional<BitSequence> next = reader.next(lengthBits);
      if (next.isEmpty() && (read[0] == 0 || wanted.isPresent())) {
        long left = Math.max(0, reader.position() - skippedBits);
        throw tooFew(record, skippedBits, left, lengthBits, wanted.orElse(1));
      }
      read[0]++;
      return next;
    };
  }

  private static OptionalLong bits(BitRecord record) {
    OptionalLong most = record.mostBits();
    if (record.format() != RecordFormat.ASCII || most.orElse(Long.MAX_VALUE) > COUNTED_BYTES) {
      return most;
    }
    try (BitReader reader = record.open()) {
      return OptionalLong.of(reader.countAll());
    }
  }

  private static UnusableInput tooFew(
      BitRecord record, long skipped, long left, int length, long wanted) {
    long there = left / length;
    return new UnusableInput(
        String.format(
            "%s must hold %s of %d bits%s, but holds %d bits, %s; %s would be accepted",
            record.file(),
            counted(wanted),
            length,
            skipped == 0 ? "" : " after the " + skipped + " that are skipped",
            left,
            there == 0 ? "less than one sequence" : counted(there),
            there == 0 ? "a shorter --length" : "--sequences " + there));
  }

  private static String counted(long sequences) {
    return sequences == 1 ? "1 sequence" : sequences + " sequences";
  }
}
