package io.spindrift.entropy.sp80090b.iid;

/**
 * After how many shuffles a statistic fails.
 *
 * @param permutations shuffles after which what has not passed has failed
 * @param provisionalAfter shuffles after which a statistic that none reached fails provisionally
 * @param compressionProvisionalAfter the same for the compression statistic
 */
record Schedule(int permutations, int provisionalAfter, int compressionProvisionalAfter) {
  static Schedule of(IidSettings settings, int symbols) {
    return new Schedule(
        settings.permutations(),
        settings.provisionalAfter(symbols),
        settings.compressionProvisionalAfter(symbols));
  }
}
