package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;

/**
 * Suffixes in sorted order and the common prefixes of neighbours, in linear time for any input.
 *
 * <p>Induced sorting: Nong, Zhang and Chan, "Two efficient algorithms for linear time suffix array
 * construction", IEEE Trans. Comput. 60 (2011) 1471. Common prefixes: Karkkainen, Manzini and
 * Puglisi, "Permuted longest-common-prefix array", CPM 2009.
 */
final class SuffixOrder {
  /** The common prefix of each suffix with its predecessor in sorted order; the first is zero. */
  static int[] commonPrefixes(Sample sample) {
    int[] text = new int[sample.length()];
    for (int i = 0; i < text.length; i++) {
      text[i] = sample.symbol(i);
    }
    return commonPrefixes(text, sort(text, sample.alphabet()));
  }

  /** Overwrites nothing; {@code order} holds the places of the sorted suffixes. */
  static int[] commonPrefixes(int[] text, int[] order) {
    int n = text.length;
    int[] before = new int[n];
    before[order[0]] = -1;
    for (int i = 1; i < n; i++) {
      before[order[i]] = order[i - 1];
    }
    int common = 0;
    for (int i = 0; i < n; i++) {
      int j = before[i];
      if (j < 0) {
        common = 0;
      } else {
        common = extend(text, i, j, common);
      }
      before[i] = common;
      common = Math.max(0, common - 1);
    }
    int[] result = new int[n];
    for (int i = 0; i < n; i++) {
      result[i] = before[order[i]];
    }
    return result;
  }

  private static int extend(int[] text, int i, int j, int known) {
    int common = known;
    int limit = text.length - Math.max(i, j);
    while (common < limit && text[i + common] == text[j + common]) {
      common++;
    }
    return common;
  }

  /** Places of the sorted suffixes of a text of numbers below {@code alphabet}. */
  static int[] sort(int[] text, int alphabet) {
    int n = text.length;
    if (n == 1) {
      return new int[1];
    }
    boolean[] small = smaller(text);
    int[] bounds = bounds(text, alphabet);
    int[] marks = marks(small);
    int[] order = new int[n];
    induce(text, small, bounds, marks, order);
    int[] sorted = new int[marks.length];
    int found = 0;
    for (int place : order) {
      if (marked(small, place)) {
        sorted[found++] = place;
      }
    }
    if (marks.length > 1) {
      int[] names = new int[n];
      int distinct = name(text, sorted, marks, names);
      if (distinct < marks.length) {
        int[] reduced = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
          reduced[i] = names[marks[i]];
        }
        int[] inner = sort(reduced, distinct);
        for (int i = 0; i < marks.length; i++) {
          sorted[i] = marks[inner[i]];
        }
      }
      induce(text, small, bounds, sorted, order);
    }
    return order;
  }

  /** Whether each suffix is smaller than its successor; the last is not. */
  private static boolean[] smaller(int[] text) {
    boolean[] small = new boolean[text.length];
    for (int i = text.length - 2; i >= 0; i--) {
      small[i] = text[i] < text[i + 1] || (text[i] == text[i + 1] && small[i + 1]);
    }
    return small;
  }

  private static boolean marked(boolean[] small, int i) {
    return i > 0 && small[i] && !small[i - 1];
  }

  private static int[] marks(boolean[] small) {
    int count = 0;
    for (int i = 1; i < small.length; i++) {
      if (marked(small, i)) {
        count++;
      }
    }
    int[] marks = new int[count];
    int at = 0;
    for (int i = 1; i < small.length; i++) {
      if (marked(small, i)) {
        marks[at++] = i;
      }
    }
    return marks;
  }

  /** bounds[c] is the first place of suffixes that begin with c; one more at the end. */
  private static int[] bounds(int[] text, int alphabet) {
    int[] bounds = new int[alphabet + 1];
    for (int letter : text) {
      bounds[letter + 1]++;
    }
    for (int c = 0; c < alphabet; c++) {
      bounds[c + 1] += bounds[c];
    }
    return bounds;
  }

  /** Sorts all suffixes, given the marked ones in their order. */
  private static void induce(int[] text, boolean[] small, int[] bounds, int[] marks, int[] order) {
    int n = text.length;
    Arrays.fill(order, -1);
    int[] ends = bounds.clone();
    for (int i = marks.length - 1; i >= 0; i--) {
      order[--ends[text[marks[i]] + 1]] = marks[i];
    }
    int[] starts = bounds.clone();
    order[starts[text[n - 1]]++] = n - 1;
    for (int i = 0; i < n; i++) {
      int place = order[i];
      if (place > 0 && !small[place - 1]) {
        order[starts[text[place - 1]]++] = place - 1;
      }
    }
    ends = bounds.clone();
    for (int i = n - 1; i >= 0; i--) {
      int place = order[i];
      if (place > 0 && small[place - 1]) {
        order[--ends[text[place - 1] + 1]] = place - 1;
      }
    }
  }

  /** Numbers the stretches between marks by their order; returns how many differ. */
  private static int name(int[] text, int[] sorted, int[] marks, int[] names) {
    int[] end = new int[text.length];
    for (int i = 0; i < marks.length; i++) {
      end[marks[i]] = i + 1 < marks.length ? marks[i + 1] : text.length;
    }
    int name = 0;
    names[sorted[0]] = 0;
    for (int i = 1; i < sorted.length; i++) {
      if (!same(text, sorted[i - 1], sorted[i], end)) {
        name++;
      }
      names[sorted[i]] = name;
    }
    return name + 1;
  }

  private static boolean same(int[] text, int a, int b, int[] end) {
    int length = end[a] - a;
    if (length != end[b] - b || end[a] == text.length || end[b] == text.length) {
      return false;
    }
    for (int i = 0; i <= length; i++) {
      if (text[a + i] != text[b + i]) {
        return false;
      }
    }
    return true;
  }

  private SuffixOrder() {}
}
