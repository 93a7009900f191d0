package io.spindrift.experiment.stage;

import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.Table;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import java.util.List;
import java.util.stream.IntStream;

/** The counts of a ledger as a table and back. */
final class LedgerTable {
  static final String NAME = "ledger_counts";

  static Table of(String name, List<LedgerEntry> entries) {
    return Table.named(name)
        .words("stage", entries.stream().map(LedgerEntry::stage).toArray(String[]::new))
        .words("action", entries.stream().map(e -> e.action().name()).toArray(String[]::new))
        .wholes("count", entries.stream().mapToLong(LedgerEntry::count).toArray());
  }

  /** The counts at the end of the last finished stage, none before the first. */
  static List<LedgerEntry> read(RunDirectory directory) {
    return directory.table(NAME).map(LedgerTable::entries).orElse(List.of());
  }

  static List<LedgerEntry> entries(Table table) {
    String[] stages = table.texts("stage");
    String[] actions = table.texts("action");
    double[] counts = table.numbers("count");
    return IntStream.range(0, table.rows())
        .mapToObj(i -> new LedgerEntry(stages[i], Action.valueOf(actions[i]), (long) counts[i]))
        .toList();
  }

  private LedgerTable() {}
}
