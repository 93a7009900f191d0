package io.spindrift.experiment.stage;

import io.spindrift.experiment.run.StageReading.MemoryReading;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.VcMramArray;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The array of cells: that a row keeps what is written, and what one sample costs in actions. */
public final class MemoryStage implements Stage {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Result run(StageContext context) {
    MemoryNoise noise = context.bench().noise();
    VcMramArray array = noise.array();
    StreamKey key = context.bench().key().purpose("memory");
    Ledger trial = new Ledger();
    boolean kept = readsBack(array, key.at(0).open(), trial.stage("store"));
    Map<String, Double> perSample = perSample(context, noise, key.at(1), trial.stage("sample"));
    context.bench().ledger().restore(trial.snapshot());
    return new Result(
        new MemoryReading(
            array.rows(),
            array.columns(),
            array.cells().mean(),
            array.cells().spread(),
            kept,
            perSample),
        String.format(
            Locale.ROOT,
            "%d x %d cells, P(switch) %.3f, %s; one sample takes %.0f coin pulses",
            array.rows(),
            array.columns(),
            array.cells().mean(),
            spread(array.cells().spread()),
            perSample.getOrDefault("coin pulse", 0.0)));
  }

  private static String spread(double spread) {
    return spread > 0
        ? String.format(Locale.ROOT, "+- %.3f from cell to cell", spread)
        : "no spread between cells above counting noise";
  }

  private static boolean readsBack(VcMramArray array, RandomGenerator random, Ledger.Stage ledger) {
    long[] written = random.longs(array.columns() / 64).toArray();
    long[] read = new long[written.length];
    array.write(0, array.columns(), written, 0, ledger);
    array.read(0, array.columns(), read, 0, ledger);
    return Arrays.equals(written, read);
  }

  private static Map<String, Double> perSample(
      StageContext context, MemoryNoise noise, StreamKey key, Ledger.Stage ledger) {
    int samples = context.bench().images().shape().size();
    noise.gaussian(ledger).fill(key, new float[samples], 0, samples);
    Map<String, Double> counts = new LinkedHashMap<>();
    for (Action action : Action.values()) {
      if (ledger.count(action) > 0) {
        counts.put(words(action), (double) ledger.count(action) / samples);
      }
    }
    return counts;
  }

  /** The action in words. */
  static String words(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
