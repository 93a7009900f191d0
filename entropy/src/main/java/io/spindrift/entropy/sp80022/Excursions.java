package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the walk of +1 and -1 does near zero: its cycles between returns to zero, and its visits of
 * the states up to nine steps away.
 *
 * <p>An unfinished last cycle counts as one. Words of 64 bits that begin farther away than the walk
 * can return from are passed by their number of ones.
 */
final class Excursions {
  /** Farthest state whose visits are counted. */
  static final int FARTHEST = 9;

  /** Farthest state whose visits are counted by cycle. */
  static final int NEAR = 4;

  /** Visits in one cycle beyond which no difference is made. */
  static final int MANY = 5;

  /** Shortest sequence (sections 2.14.7 and 2.15.7). */
  static final int SHORTEST = 1_000_000;

  private final long[] visits = new long[2 * FARTHEST + 1];
  private final int[][] cyclesByVisits = new int[2 * NEAR + 1][MANY + 1];
  private final int[] inCycle = new int[2 * NEAR + 1];
  private int cycles;

  /** Walks along the whole sequence. */
  static Excursions of(BitSequence bits) {
    Excursions found = new Excursions();
    int n = bits.length();
    int at = 0;
    int sum = 0;
    while (at < n) {
      long word = bits.word(at);
      int length = Math.min(64, n - at);
      if (Math.abs(sum) <= FARTHEST + 64) {
        found.walk(word, length, sum);
      }
      sum += 2 * Long.bitCount(word) - length;
      at += length;
    }
    if (sum != 0) {
      found.endCycle();
    }
    return found;
  }

  private void walk(long word, int length, int start) {
    int sum = start;
    int i = 0;
    while (i < length) {
      int far = Math.abs(sum) - FARTHEST;
      if (far > 1) {
        int skip = Math.min(far - 1, length - i);
        long passed = word >>> i & ~(-1L << skip);
        sum += 2 * Long.bitCount(passed) - skip;
        i += skip;
      } else {
        sum += 2 * (int) (word >>> i & 1) - 1;
        i++;
        visit(sum);
      }
    }
  }

  private void visit(int state) {
    if (state == 0) {
      endCycle();
    } else if (Math.abs(state) <= FARTHEST) {
      visits[state + FARTHEST]++;
      if (Math.abs(state) <= NEAR) {
        inCycle[state + NEAR]++;
      }
    }
  }

  private void endCycle() {
    cycles++;
    for (int s = 0; s < inCycle.length; s++) {
      cyclesByVisits[s][Math.min(inCycle[s], MANY)]++;
      inCycle[s] = 0;
    }
  }

  /** Number of cycles J. */
  int cycles() {
    return cycles;
  }

  /** Visits of a state, -9 to 9 without 0, in all cycles. */
  long visits(int state) {
    return visits[state + FARTHEST];
  }

  /** Cycles that visit a state, -4 to 4 without 0, in 0, 1, … 4, and 5 or more times. */
  int[] cyclesByVisits(int state) {
    return cyclesByVisits[state + NEAR].clone();
  }

  /** Why the walk cannot be judged: J below max(500, 0.005 sqrt(n)), section 2.14.4. */
  Optional<NotApplicable> tooFewCycles(int sequenceBits) {
    int needed = (int) Math.ceil(Math.max(500, 0.005 * Math.sqrt(sequenceBits)));
    return cycles < needed
        ? Optional.of(new NotApplicable("needs " + needed + " cycles, has " + cycles))
        : Optional.empty();
  }

  /** The parameters of all states up to {@code reach} on either side of zero. */
  static List<String> parameters(int reach) {
    List<String> parameters = new ArrayList<>();
    for (int x = -reach; x <= reach; x++) {
      if (x != 0) {
        parameters.add(parameter(x));
      }
    }
    return parameters;
  }

  /** How a state is written: with its sign. */
  static String parameter(int state) {
    return "x=" + (state > 0 ? "+" : "") + state;
  }
}
