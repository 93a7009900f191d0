/**
 * A leaky neuron whose membrane potential is driven by random bits: Langevin motion in hardware.
 */
package io.spindrift.memory.neuron;
