/** Single trajectories of the magnetisation, recorded with the circuit that drives them. */
package io.spindrift.device.trajectory;
