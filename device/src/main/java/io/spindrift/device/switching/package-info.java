/** Switching curves by Monte Carlo, the operating point on them, and models of P(switch). */
package io.spindrift.device.switching;
