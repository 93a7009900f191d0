package io.spindrift.memory.gaussian;

/**
 * Row operations of one addition inside the array, in closed form.
 *
 * <p>Counting k coins: at weight 2^L there are n = floor(k / 2^L) rows, which take floor((n - 1) /
 * 2) full additions and, when n is even, a half one; together k less the number of ones in the
 * binary form of k. Rippling m count bits into n places: a half addition at the lowest, full ones
 * at the next m - 1, half ones above; the sign's place makes no carry.
 *
 * @param ands two-row ANDs
 * @param xors two-row XORs
 * @param majorities three-row majorities
 */
public record AdditionWork(long ands, long xors, long majorities) {
  /** The work of one dose on numbers of a width. */
  public static AdditionWork of(FixedPoint format, NoiseDose dose) {
    int coins = dose.coins();
    if (coins == 0) {
      return new AdditionWork(0, 0, 0);
    }
    long full = 0;
    long half = 0;
    for (int n = coins; n > 0; n /= 2) {
      full += (n - 1) / 2;
      half += 1 - n % 2;
    }
    int places = format.bits() - dose.shift();
    int counted = Math.min(dose.countBits(), places);
    long and = half + (places > 1 ? 1 : 0) + Math.max(0, places - 1 - counted);
    long xor = half + 2 * full + 1 + 2L * (counted - 1) + (places - counted);
    long majority = full + Math.max(0, Math.min(counted - 1, places - 2));
    return new AdditionWork(and, xor, majority);
  }

  /** Row activations when every operation over n rows takes n + 1. */
  public long rowActivations() {
    return 3 * (ands + xors) + 4 * majorities;
  }

  /** Cells that conduct in each column. */
  public long cellCurrents() {
    return 2 * (ands + xors) + 3 * majorities;
  }

  /** Comparisons in each column: two for an XOR. */
  public long comparisons() {
    return ands + 2 * xors + majorities;
  }

  /** Results written in each column. */
  public long writes() {
    return ands + xors + majorities;
  }
}
