package io.spindrift.memory.ledger;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The counts of a run: how often each action happened in each stage.
 *
 * <p>Counts are sums, so they do not depend on the order or the threads in which actions happen.
 * Safe to use from any thread; no joule is computed here.
 */
public final class Ledger {
  private final ConcurrentMap<String, Stage> stages = new ConcurrentHashMap<>();

  /** The counters of one stage of the run, such as {@code "training"}; created at first use. */
  public Stage stage(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("stage name must be a word, but was blank");
    }
    return stages.computeIfAbsent(name, Stage::new);
  }

  /** All counts that are not zero, sorted by stage and then in the order of {@link Action}. */
  public List<LedgerEntry> snapshot() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Stage stage : new TreeMap<>(stages).values()) {
      for (Action action : Action.values()) {
        long count = stage.count(action);
        if (count > 0) {
          entries.add(new LedgerEntry(stage.name, action, count));
        }
      }
    }
    return List.copyOf(entries);
  }

  /** Adds counts that were kept, as when a stopped run is resumed. */
  public void restore(List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      stage(entry.stage()).add(entry.action(), entry.count());
    }
  }

  /** Counts of one action over all stages. */
  public long total(Action action) {
    return stages.values().stream().mapToLong(stage -> stage.count(action)).sum();
  }

  /** The counters of one stage. */
  public static final class Stage {
    private final String name;
    private final Map<Action, LongAdder> counts = new EnumMap<>(Action.class);

    private Stage(String name) {
      this.name = name;
      for (Action action : Action.values()) {
        counts.put(action, new LongAdder());
      }
    }

    /** The stage's name. */
    public String name() {
      return name;
    }

    /** Counts {@code times} actions; call once per block, not once per bit. */
    public void add(Action action, long times) {
      counter(action).add(Require.atLeast("count of " + action, times, 0L));
    }

    /** How often the action has happened in this stage. */
    public long count(Action action) {
      return counter(action).sum();
    }

    private LongAdder counter(Action action) {
      return Objects.requireNonNull(counts.get(action));
    }
  }
}
