package io.spindrift.entropy.sp80090b.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The four predictors of SP 800-90B, step by step as its sections are written, on plain lists. */
final class PlainPredictors {
  private static final int NONE = -1;

  /** Guesses of every predictor at every place, then the contest of section 6.3.7, step 3. */
  private static PredictionEstimate.Score contest(
      int[] symbols, List<int[]> guesses, boolean silenceEndsRun) {
    int[] points = new int[guesses.size()];
    int leader = 0;
    long right = 0;
    long run = 0;
    long longest = 0;
    for (int i = 1; i < symbols.length; i++) {
      int guess = guesses.get(leader)[i];
      if (guess != NONE || silenceEndsRun) {
        run = guess == symbols[i] ? run + 1 : 0;
        right += guess == symbols[i] ? 1 : 0;
        longest = Math.max(longest, run);
      }
      for (int j = 0; j < points.length; j++) {
        if (guesses.get(j)[i] == symbols[i] && ++points[j] >= points[leader]) {
          leader = j;
        }
      }
    }
    return new PredictionEstimate.Score(right, longest);
  }

  static PredictionEstimate.Score lag(int[] symbols, int lags) {
    List<int[]> guesses = new ArrayList<>();
    for (int lag = 1; lag <= lags; lag++) {
      int[] guess = new int[symbols.length];
      for (int i = 0; i < symbols.length; i++) {
        guess[i] = i >= lag ? symbols[i - lag] : NONE;
      }
      guesses.add(guess);
    }
    return contest(symbols, guesses, true);
  }

  static PredictionEstimate.Score window(int[] symbols, int... windows) {
    List<int[]> guesses = new ArrayList<>();
    for (int window : windows) {
      int[] guess = new int[symbols.length];
      for (int i = 0; i < symbols.length; i++) {
        guess[i] = i >= window ? mostCommon(symbols, i - window, i) : NONE;
      }
      guesses.add(guess);
    }
    return contest(symbols, guesses, true);
  }

  private static int mostCommon(int[] symbols, int from, int to) {
    int[] counts = new int[256];
    int most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, ++counts[symbols[i]]);
    }
    int last = to - 1;
    while (counts[symbols[last]] < most) {
      last--;
    }
    return symbols[last];
  }

  static PredictionEstimate.Score markov(int[] symbols, int orders, int entries) {
    List<int[]> guesses = new ArrayList<>();
    for (int order = 1; order <= orders; order++) {
      guesses.add(guessesOfOrder(symbols, order, entries));
    }
    return contest(symbols, guesses, false);
  }

  private static int[] guessesOfOrder(int[] symbols, int order, int entries) {
    Map<List<Integer>, Map<Integer, Integer>> followers = new HashMap<>();
    int room = entries;
    int[] guess = new int[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      guess[i] = NONE;
      if (i >= order) {
        List<Integer> context = context(symbols, i, order);
        Map<Integer, Integer> known = followers.get(context);
        guess[i] = known == null ? NONE : likeliest(known);
        boolean isNew = known == null || !known.containsKey(symbols[i]);
        if (!isNew || room > 0) {
          room -= isNew ? 1 : 0;
          followers
              .computeIfAbsent(context, c -> new TreeMap<>())
              .merge(symbols[i], 1, Integer::sum);
        }
      }
    }
    return guess;
  }

  static PredictionEstimate.Score lz78y(int[] symbols, int longest, int entries) {
    Map<List<Integer>, Map<Integer, Integer>> dictionary = new HashMap<>();
    int room = entries;
    long right = 0;
    long run = 0;
    long most = 0;
    for (int i = longest; i < symbols.length; i++) {
      int greatest = 0;
      int guess = NONE;
      for (int length = longest; length > 0; length--) {
        List<Integer> context = context(symbols, i, length);
        Map<Integer, Integer> known = dictionary.get(context);
        if (known != null) {
          int best = likeliest(known);
          int count = known.getOrDefault(best, 0);
          if (count > greatest) {
            greatest = count;
            guess = best;
          }
          known.merge(symbols[i], 1, Integer::sum);
        } else if (room > 0) {
          room--;
          dictionary.put(context, new TreeMap<>(Map.of(symbols[i], 1)));
        }
      }
      if (i > longest) {
        run = guess == symbols[i] ? run + 1 : 0;
        right += guess == symbols[i] ? 1 : 0;
        most = Math.max(most, run);
      }
    }
    return new PredictionEstimate.Score(right, most);
  }

  private static List<Integer> context(int[] symbols, int i, int length) {
    List<Integer> context = new ArrayList<>();
    for (int j = i - length; j < i; j++) {
      context.add(symbols[j]);
    }
    return context;
  }

  /** The greatest count; of equal counts the greatest symbol. */
  private static int likeliest(Map<Integer, Integer> followers) {
    int best = NONE;
    for (Map.Entry<Integer, Integer> follower : followers.entrySet()) {
      if (best == NONE || follower.getValue() >= followers.getOrDefault(best, 0)) {
        best = follower.getKey();
      }
    }
    return best;
  }

  private PlainPredictors() {}
}
