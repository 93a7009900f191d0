/** What follows from the parameters of a device in closed form or by exact quadrature. */
package io.spindrift.device.derived;
