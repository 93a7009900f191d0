package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.assembly.JunctionAssembly;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * The apparatus that stages share: junction, array of cells, ledger. Not thread-safe.
 *
 * <p>What an earlier sitting made is made again from the files that it left, so that a resumed run
 * works with the same apparatus.
 */
public final class Bench {
  private final SpindriftConfig config;
  private final RunDirectory directory;
  private final Workers workers;
  private final Progress progress;
  private final DeviceChoice device;
  private final Images images;
  private final Ledger ledger = new Ledger();
  private @Nullable Junction junction;
  private @Nullable MemoryNoise noise;

  /**
   * Lays out the apparatus.
   *
   * @throws io.spindrift.numerics.UnusableInput when the device or the images cannot be used
   */
  public Bench(
      SpindriftConfig config,
      RunDirectory directory,
      Images images,
      DeviceChoice device,
      Workers workers,
      Progress progress) {
    this.config = config;
    this.directory = directory;
    this.images = images;
    this.device = device;
    this.workers = workers;
    this.progress = progress;
    ledger.restore(LedgerTable.read(directory));
  }

  /** The root of all chance of this run but the differences between devices. */
  public StreamKey key() {
    return StreamKey.root(config.seed());
  }

  /** The configuration of the run. */
  SpindriftConfig config() {
    return config;
  }

  /** The device as it was described. */
  public DeviceChoice device() {
    return device;
  }

  /** The images that are learnt. */
  public Images images() {
    return images;
  }

  /** The counts of the run so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** Writes the counts at the end of a stage, from which a resumed run goes on. */
  public void keepLedger() {
    directory.write(LedgerTable.of(LedgerTable.NAME, ledger.snapshot()));
  }

  /** How the junction is made. */
  JunctionAssembly assembly() {
    return Apparatus.assembly(device.spec(), config);
  }

  /** Puts the junction on the bench. */
  Junction place(SwitchingCurve curve) {
    JunctionAssembly assembly = assembly();
    OperatingPoint point = assembly.operatingPoint(curve, config.curve().point());
    Junction made = assembly.junction(curve, point, workers, progress);
    junction = made;
    return made;
  }

  /** The junction at its operating point. */
  public Junction junction() {
    if (junction != null) {
      return junction;
    }
    return place(
        directory
            .table(CurveTable.NAME)
            .map(table ->
                CurveTable.read(
                    table,
                    device.spec().name(),
                    device.spec().operation().voltageVolts(),
                    device.spec().operation().temperatureKelvin()))
            .orElseGet(() -> assembly().curve(workers, progress)));
  }

  /** The array of cells and how it makes noise. */
  public MemoryNoise noise() {
    if (noise == null) {
      noise = Apparatus.noise(junction(), config.entropy());
    }
    return noise;
  }
}
