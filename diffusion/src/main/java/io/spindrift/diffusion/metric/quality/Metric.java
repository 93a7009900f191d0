package io.spindrift.diffusion.metric.quality;

import io.spindrift.numerics.UnusableInput;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be measured of a set of samples. */
public enum Metric {
  /** Frechet distance with its interval. */
  FID("fid"),
  /** Frechet distance extrapolated to infinitely many samples. */
  FID_INFINITY("fid-infinity"),
  /** Kernel distance. */
  KID("kid"),
  /** Precision and recall by nearest neighbours. */
  PRECISION_RECALL("pr"),
  /** Share of conditional samples that a classifier takes for their class. */
  ACCURACY("accuracy"),
  /** Whether samples lie nearer to training images than held-out images do. */
  MEMORISATION("memorisation"),
  /** Frechet distance of every class. */
  CLASS_FID("class-fid");

  private final String word;

  Metric(String word) {
    this.word = word;
  }

  /** The word on the command line and in configurations. */
  public String word() {
    return word;
  }

  /** All of them. */
  public static Set<Metric> all() {
    return Collections.unmodifiableSet(EnumSet.allOf(Metric.class));
  }

  /**
   * The metrics of a list such as {@code fid,kid}; {@code all} means every one.
   *
   * @throws UnusableInput when a word names none
   */
  public static Set<Metric> parse(String list) {
    EnumSet<Metric> metrics = EnumSet.noneOf(Metric.class);
    for (String part : list.split(",", -1)) {
      String asked = part.strip();
      if (asked.equals("all")) {
        return all();
      }
      metrics.add(
          Arrays.stream(values())
              .filter(metric -> metric.word.equals(asked))
              .findFirst()
              .orElseThrow(() ->
                  new UnusableInput(
                      "metrics must be all or a list of " + words() + ", but hold " + asked)));
    }
    return Collections.unmodifiableSet(metrics);
  }

  private static String words() {
    return Arrays.stream(values()).map(Metric::word).collect(Collectors.joining(", "));
  }
}
