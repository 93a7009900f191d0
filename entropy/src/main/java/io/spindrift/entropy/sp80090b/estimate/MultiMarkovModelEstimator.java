package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.Arrays;

/**
 * Guesses what most often followed the last d symbols, for d = 1 ... 16 at once.
 *
 * <p>For each d at most 100,000 pairs of context and successor are kept. SP 800-90B, section 6.3.9;
 * the end of the estimate is that of all predictors, {@link PredictionEstimate}.
 *
 * <p>As in the reference tool, a place at which the leading predictor has no guess neither
 * lengthens nor ends a run; the standard calls it a wrong guess.
 */
public final class MultiMarkovModelEstimator implements MinEntropyEstimator {
  private final int orders;
  private final int entries;

  /** The estimator of the standard. */
  public MultiMarkovModelEstimator() {
    this(16, 100_000);
  }

  /** With contexts up to {@code orders} symbols, at most 16, and room for {@code entries} each. */
  MultiMarkovModelEstimator(int orders, int entries) {
    this.orders = orders;
    this.entries = entries;
  }

  @Override
  public String name() {
    return "MultiMMC Prediction Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    int guesses = sample.length() - 2;
    if (guesses < 2) {
      return found.notApplicable("it needs at least 4 symbols");
    }
    PredictionEstimate.Score score = sample.binary() ? bits(sample) : symbols(sample);
    return PredictionEstimate.finish(found, guesses, score, sample.alphabet());
  }

  private PredictionEstimate.Score bits(Sample sample) {
    BitScoreboard board = new BitScoreboard(orders);
    BitContexts[] contexts = new BitContexts[orders];
    for (int d = 1; d <= orders; d++) {
      contexts[d - 1] = new BitContexts(d, entries);
    }
    long[] right = new long[orders];
    long[] spoke = new long[orders];
    int length = sample.length();
    for (int from = 0; from < length; from += 64) {
      int count = Math.min(64, length - from);
      long here = sample.window(from);
      long before = sample.window(from - 64);
      for (int d = 1; d <= orders; d++) {
        BitContexts context = contexts[d - 1];
        int first = Math.max(0, d - from);
        if (first > 0 || count < 64 || !context.complete()) {
          context.learn(here, before, first, count);
        } else {
          context.learnWord(here, before);
        }
        right[d - 1] = context.right();
        spoke[d - 1] = context.spoke();
      }
      board.score(right, spoke, count);
    }
    return board.score();
  }

  private PredictionEstimate.Score symbols(Sample sample) {
    byte[] symbols = sample.symbols();
    Scoreboard board = new Scoreboard(orders);
    ContextTree tree = new ContextTree(Math.min(symbols.length, entries) * orders);
    int[] room = new int[orders];
    Arrays.fill(room, entries);
    for (int i = 1; i < symbols.length; i++) {
      step(symbols, i, tree, board, room);
    }
    return board.score();
  }

  private void step(byte[] symbols, int i, ContextTree tree, Scoreboard board, int[] room) {
    int symbol = symbols[i] & 0xFF;
    int leader = board.leader();
    int node = ContextTree.ROOT;
    int deepest = Math.min(orders, i);
    int d = 0;
    for (; d < deepest; d++) {
      int child = tree.child(node, symbols[i - 1 - d] & 0xFF);
      if (tree.best(child) == 0) {
        break;
      }
      node = child;
      boolean right = tree.likeliest(node) == symbol;
      if (d == leader) {
        board.guessed(right);
      }
      if (right) {
        board.point(d);
      }
      if (tree.follow(node, symbol, room[d] > 0)) {
        room[d]--;
      }
    }
    while (deepest > d && room[deepest - 1] == 0) {
      deepest--;
    }
    for (; d < deepest; d++) {
      node = tree.childOrNew(node, symbols[i - 1 - d] & 0xFF);
      if (room[d] > 0) {
        tree.follow(node, symbol, true);
        room[d]--;
      }
    }
  }
}
