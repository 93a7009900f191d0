package io.spindrift.numerics.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known names a mistyped one may have meant, by the number of single-letter slips. */
public final class NearestNames {
  private static final int MOST = 3;
  private static final int LONGEST = 64;

  /** The known names nearest to {@code given}, best first, at most three; empty if none is near. */
  public static List<String> nearest(String given, Collection<String> known) {
    String wanted = folded(given);
    return known.stream()
        .distinct()
        .filter(name -> distance(wanted, folded(name)) <= Math.max(2, wanted.length() / 3))
        .sorted(Comparator.comparingInt(name -> distance(wanted, folded(name))))
        .limit(MOST)
        .toList();
  }

  /** "did you mean ..." where a name is near, else all known names. */
  static String suggestion(String given, Collection<String> known) {
    List<String> near = nearest(given, known);
    return near.isEmpty()
        ? "known here: " + String.join(", ", known)
        : "did you mean " + String.join(" or ", near) + "?";
  }

  /** "one of a, b, c" with the near names said. */
  static String oneOf(String given, Collection<String> known) {
    List<String> near = nearest(given, known);
    String all = "one of " + String.join(", ", known);
    return near.isEmpty() ? all : all + " (perhaps " + String.join(" or ", near) + ")";
  }

  private static String folded(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return cut.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
  }

  /** Optimal string alignment distance; a name that begins with the given one is 1 away. */
  private static int distance(String a, String b) {
    if (a.length() >= 3 && b.startsWith(a)) {
      return a.equals(b) ? 0 : 1;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private NearestNames() {}
}
