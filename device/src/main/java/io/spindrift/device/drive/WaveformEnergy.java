package io.spindrift.device.drive;

/**
 * Energy that a waveform moves through the circuit of a junction, by where it goes.
 *
 * <p>Conservation: source = junction + series + stored. The charging part is another view of the
 * same flow, that of a driver that recovers nothing, and is not to be added to these four.
 *
 * @param sourceJoules what the source gives, less what it takes back
 * @param junctionJoules heat of the tunnel current, int V^2 G dt
 * @param seriesJoules heat in the series resistance; for a source without one, what a jump of its
 *     voltage loses, C (dV)^2/2 each
 * @param storedJoules change of C V^2/2
 * @param chargingJoules capacitance times peak voltage of the source times every rise of the
 *     magnitude of the junction voltage: C V^2 for each pulse of amplitude V
 */
public record WaveformEnergy(
    double sourceJoules,
    double junctionJoules,
    double seriesJoules,
    double storedJoules,
    double chargingJoules) {
  /** No energy. */
  public static final WaveformEnergy ZERO = new WaveformEnergy(0, 0, 0, 0, 0);

  /** The energies of two stretches together. */
  public WaveformEnergy plus(WaveformEnergy other) {
    return new WaveformEnergy(
        sourceJoules + other.sourceJoules,
        junctionJoules + other.junctionJoules,
        seriesJoules + other.seriesJoules,
        storedJoules + other.storedJoules,
        chargingJoules + other.chargingJoules);
  }
}
