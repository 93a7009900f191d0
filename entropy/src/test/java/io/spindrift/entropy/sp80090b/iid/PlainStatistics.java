package io.spindrift.entropy.sp80090b.iid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statistics of SP 800-90B, section 5.1, sentence by sentence; the compression excepted. */
final class PlainStatistics {
  static Map<String, Double> of(int[] symbols) {
    boolean binary = Arrays.stream(symbols).distinct().count() == 2;
    int least = Arrays.stream(symbols).min().orElseThrow();
    int[] bits = Arrays.stream(symbols).map(s -> s == least ? 0 : 1).toArray();
    int[] counted = binary ? counted(bits) : symbols;
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("excursion", excursion(symbols));
    List<Boolean> rising = new ArrayList<>();
    for (int i = 0; i + 1 < counted.length; i++) {
      rising.add(counted[i] <= counted[i + 1]);
    }
    values.put("numDirectionalRuns", (double) runs(rising).size());
    values.put("lenDirectionalRuns", longest(runs(rising)));
    long rises = rising.stream().filter(rise -> rise).count();
    values.put("numIncreasesDecreases", (double) Math.max(rises, rising.size() - rises));
    List<Boolean> notBelow = new ArrayList<>();
    double median = binary ? 0.5 : median(symbols);
    for (int symbol : binary ? bits : symbols) {
      notBelow.add(symbol >= median);
    }
    values.put("numRunsMedian", (double) runs(notBelow).size());
    values.put("lenRunsMedian", longest(runs(notBelow)));
    List<Integer> collisions = collisions(binary ? numbers(bits) : symbols);
    values.put("avgCollision", collisions.stream().mapToInt(Integer::intValue).average().orElse(0));
    values.put("maxCollision", longest(collisions));
    for (int lag : new int[] {1, 2, 8, 16, 32}) {
      double equal = 0;
      for (int i = 0; i + lag < counted.length; i++) {
        equal += counted[i] == counted[i + lag] ? 1 : 0;
      }
      values.put("periodicity(" + lag + ")", equal);
    }
    for (int lag : new int[] {1, 2, 8, 16, 32}) {
      double sum = 0;
      for (int i = 0; i + lag < counted.length; i++) {
        sum += (double) counted[i] * counted[i + lag];
      }
      values.put("covariance(" + lag + ")", sum);
    }
    return values;
  }

  /** Conversion I. */
  static int[] counted(int[] bits) {
    int[] eights = new int[(bits.length + 7) / 8];
    for (int i = 0; i < bits.length; i++) {
      eights[i / 8] += bits[i];
    }
    return eights;
  }

  /** Conversion II. */
  static int[] numbers(int[] bits) {
    int[] eights = new int[(bits.length + 7) / 8];
    for (int i = 0; i < bits.length; i++) {
      eights[i / 8] += bits[i] * (128 >> (i % 8));
    }
    return eights;
  }

  static double excursion(int[] symbols) {
    double mean = Arrays.stream(symbols).average().orElseThrow();
    double sum = 0;
    double farthest = 0;
    for (int i = 0; i < symbols.length; i++) {
      sum += symbols[i];
      farthest = Math.max(farthest, Math.abs(sum - (i + 1) * mean));
    }
    return farthest;
  }

  private static double median(int[] symbols) {
    int[] sorted = Arrays.stream(symbols).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
  }

  static List<Integer> runs(List<Boolean> signs) {
    List<Integer> runs = new ArrayList<>();
    for (int i = 0; i < signs.size(); i++) {
      if (i > 0 && signs.get(i).equals(signs.get(i - 1))) {
        runs.add(runs.removeLast() + 1);
      } else {
        runs.add(1);
      }
    }
    return runs;
  }

  static List<Integer> collisions(int[] symbols) {
    List<Integer> lengths = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    int length = 0;
    for (int symbol : symbols) {
      length++;
      if (!seen.add(symbol)) {
        lengths.add(length);
        seen.clear();
        length = 0;
      }
    }
    return lengths;
  }

  static double longest(List<Integer> lengths) {
    return lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private PlainStatistics() {}
}
