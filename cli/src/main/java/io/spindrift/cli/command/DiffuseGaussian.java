package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.gaussian.GaussianLaw;
import io.spindrift.memory.gaussian.GaussianMemory;
import io.spindrift.memory.gaussian.GaussianPlan;
import io.spindrift.memory.gaussian.MemoryAdder;
import io.spindrift.memory.gaussian.NoiseAdder;
import io.spindrift.memory.gaussian.NoiseCells;
import io.spindrift.memory.gaussian.PeripheryAdder;
import io.spindrift.memory.gaussian.PulsedLogic;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pixels that diffuse in the array by added counts of coins, and beside them the software process.
 *
 * <p>A pixel is stored as its distance from grey, level - 127.5. Shown is sqrt(alphaBar) times what
 * is stored, about grey, held between 0 and 255.
 *
 * @param inMemory whether rows add in the array, else periphery adds
 * @param coins most coins per pixel and step
 * @param calibrated whether counts are centred on the coin's own share of ones, else on 1/2
 */
record DiffuseGaussian(boolean inMemory, int coins, boolean calibrated) {
  private static final double GREY = 127.5;
  private static final int FRACTION_BITS = 2;
  private static final int CELLS_OF_TEST = 24;

  /** Lets images diffuse. */
  DiffuseResult run(
      byte[] pixels,
      ImageShape shape,
      DiffuseOptions options,
      Junction junction,
      StreamKey key,
      Workers workers,
      Progress progress) {
    double[] correlation = options.correlations(DiffuseProcess.GAUSSIAN);
    OperatingPoint point = junction.operatingPoint();
    FlipTable coin =
        FlipTable.ofPulse(
            CellKinds.nominal(),
            junction.switching(),
            point.voltageVolts(),
            point.pulseSeconds(),
            point.temperatureKelvin());
    double share = coin.mean(MagneticState.PARALLEL);
    GaussianPlan plan =
        GaussianPlan.of(
            variances(correlation), -GREY, GREY, FRACTION_BITS, coins, calibrated ? share : 0.5);
    Ledger ledger = new Ledger();
    Banks banks = banks(pixels, shape, plan, coin, key.purpose("array"), ledger);
    DiffusePrices prices = new DiffusePrices(junction);
    List<Integer> frames = options.frames();
    List<DiffuseStep> steps = new ArrayList<>();
    SortedMap<Integer, byte[]> memory = new TreeMap<>();
    SortedMap<Integer, byte[]> software = new TreeMap<>();
    try (Progress.Task task = progress.begin("pixels", options.steps(), "steps")) {
      for (int step = 0; step <= options.steps(); step++) {
        progress.checkStopped();
        if (step > 0) {
          banks.step(workers);
          task.advance(1);
        }
        double[] now = banks.read(workers);
        steps.add(measured(new GaussianLaw(plan, step, share), pixels, now, ledger, prices));
        if (frames.contains(step)) {
          double signal = step == 0 ? 1 : correlation[step - 1];
          memory.put(step, shown(now, signal));
          software.put(step, software(pixels, shape, signal, key.purpose("software").at(step)));
        }
      }
    }
    return new DiffuseResult(
        DiffuseProcess.GAUSSIAN,
        junction.name() + ", coins of P(1) = " + share,
        shape,
        steps,
        memory,
        software,
        DiffusePrices.counts(ledger),
        Optional.empty());
  }

  /** V_t = (1 - alphaBar) / alphaBar in squared levels. */
  private static double[] variances(double[] correlation) {
    double[] variances = new double[correlation.length];
    for (int t = 0; t < variances.length; t++) {
      double power = correlation[t] * correlation[t];
      variances[t] = (1 - power) / power * GREY * GREY;
    }
    return variances;
  }

  /** The banks of all images, one behind another in one array. */
  private record Banks(List<GaussianMemory> banks, int size, Ledger.Stage stage) {
    void step(Workers workers) {
      workers.forEach(banks.size(), image -> banks.get(image).step(stage));
    }

    /** What is stored, read without error; looking is not part of the process and not counted. */
    double[] read(Workers workers) {
      double[] all = new double[banks.size() * size];
      Ledger.Stage looking = new Ledger().stage("looking");
      workers.forEach(
          banks.size(),
          image -> {
            double[] one = new double[size];
            banks.get(image).read(one, RowReader.IDEAL, looking);
            System.arraycopy(one, 0, all, image * size, size);
          });
      return all;
    }
  }

  private Banks banks(
      byte[] pixels,
      ImageShape shape,
      GaussianPlan plan,
      FlipTable coin,
      StreamKey key,
      Ledger ledger) {
    NoiseAdder adder =
        inMemory
            ? new MemoryAdder(new PulsedLogic(RowReader.IDEAL, FlipTable.uniform(1)))
            : PeripheryAdder.ideal();
    int images = pixels.length / shape.size();
    int rows = GaussianMemory.rows(plan, adder);
    CellArray array =
        new CellArray(
            new ArrayShape(Math.multiplyExact(images, rows), 64 * Math.ceilDiv(shape.size(), 64)),
            CellKinds.nominal(),
            CellFaults.NONE);
    List<GaussianMemory> banks = new ArrayList<>();
    for (int image = 0; image < images; image++) {
      GaussianMemory bank =
          new GaussianMemory(array, image * rows, plan, coin, adder, key.at(image));
      double[] picture = new double[shape.size()];
      for (int i = 0; i < picture.length; i++) {
        picture[i] = Byte.toUnsignedInt(pixels[image * shape.size() + i]) - GREY;
      }
      bank.store(picture, ledger.stage("store"));
      banks.add(bank);
    }
    return new Banks(List.copyOf(banks), shape.size(), ledger.stage("diffusion"));
  }

  private static DiffuseStep measured(
      GaussianLaw law, byte[] pixels, double[] now, Ledger ledger, DiffusePrices prices) {
    double[] start = new double[now.length];
    double[] noise = new double[now.length];
    double mean = 0;
    for (int i = 0; i < now.length; i++) {
      start[i] = Byte.toUnsignedInt(pixels[i]) - GREY;
      noise[i] = now[i] - start[i];
      mean += noise[i] / now.length;
    }
    double variance = 0;
    for (double value : noise) {
      variance += (value - mean) * (value - mean) / noise.length;
    }
    DiffuseStep.ChiSquare chiSquare = new DiffuseStep.ChiSquare(0, 0);
    if (law.variance() > 0) {
      NoiseCells cells = NoiseCells.of(noise, law, CELLS_OF_TEST);
      chiSquare = new DiffuseStep.ChiSquare(cells.chiSquare(), cells.counts().length - 1);
    }
    return new DiffuseStep(
        law.steps(),
        "pixels",
        law.variance(),
        variance,
        chiSquare,
        chiSquare.pValue(),
        law.mean(),
        mean,
        DiffuseStep.correlation(start, now),
        DiffusePrices.actions(ledger),
        prices.joules(ledger));
  }

  private static byte[] shown(double[] stored, double signal) {
    byte[] levels = new byte[stored.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(signal * stored[i]);
    }
    return levels;
  }

  private static byte[] software(byte[] pixels, ImageShape shape, double signal, StreamKey key) {
    float[] noise = new float[shape.size()];
    byte[] levels = new byte[pixels.length];
    double spread = Math.sqrt(Math.max(0, 1 - signal * signal));
    for (int from = 0; from < pixels.length; from += shape.size()) {
      new SoftwareGaussian().fill(key.at(from / shape.size()), noise, 0, noise.length);
      for (int i = 0; i < noise.length; i++) {
        double clean = Byte.toUnsignedInt(pixels[from + i]) - GREY;
        levels[from + i] = level(signal * clean + spread * GREY * noise[i]);
      }
    }
    return levels;
  }

  private static byte level(double aboutGrey) {
    return (byte) Math.clamp(Math.round(GREY + aboutGrey), 0, 255);
  }
}
