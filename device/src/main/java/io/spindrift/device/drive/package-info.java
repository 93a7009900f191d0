/** What drives a junction: waveforms, the circuit in between, the fields that result. */
package io.spindrift.device.drive;
