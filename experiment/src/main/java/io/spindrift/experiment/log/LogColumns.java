package io.spindrift.experiment.log;

import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.diffusion.training.TrainingLog.Entry;
import io.spindrift.experiment.run.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The numbers of a training step by name, as columns of the table and as tags of the events. */
enum LogColumns {
  LOSS("loss", Entry::loss),
  GRADIENT_NORM("gradient_norm", Entry::gradientNorm),
  LEARNING_RATE("learning_rate", Entry::learningRate),
  WAITED("waited_seconds", Entry::waitedSeconds),
  RATE("images_per_second", Entry::imagesPerSecond),
  SECONDS("seconds", Entry::seconds);

  private final String word;
  private final ToDoubleFunction<Entry> value;

  LogColumns(String word, ToDoubleFunction<Entry> value) {
    this.word = word;
    this.value = value;
  }

  /** The whole course as a table with one row per step. */
  static Table table(List<Entry> entries) {
    Table table =
        Table.named("training").wholes("step", entries.stream().mapToLong(Entry::step).toArray());
    for (LogColumns column : values()) {
      table = table.reals(column.word, entries.stream().mapToDouble(column.value).toArray());
    }
    return table;
  }

  /** The numbers of one step by tag. */
  static Map<String, Float> tags(Entry entry) {
    Map<String, Float> tags = new LinkedHashMap<>();
    for (LogColumns column : values()) {
      tags.put(column.word, (float) column.value.applyAsDouble(entry));
    }
    return tags;
  }

  /** The step of an event, empty when the event lacks one of the numbers. */
  static Optional<Entry> entry(ScalarEvent event) {
    if (!Arrays.stream(values()).allMatch(column -> event.values().containsKey(column.word))) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingLog.Entry(
            event.step(),
            LOSS.in(event),
            GRADIENT_NORM.in(event),
            LEARNING_RATE.in(event),
            WAITED.in(event),
            RATE.in(event),
            SECONDS.in(event)));
  }

  private float in(ScalarEvent event) {
    return event.values().getOrDefault(word, Float.NaN);
  }
}
