/**
 * How devices of one kind differ: laws of parameters, draws of devices, what a population shows.
 */
package io.spindrift.device.variability;
