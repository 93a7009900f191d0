/** Many macrospins at once: Monte Carlo ensembles, their kernels and their random streams. */
package io.spindrift.device.ensemble;
