/** From a device description to the junction that the upper rooms receive. */
package io.spindrift.device.assembly;
