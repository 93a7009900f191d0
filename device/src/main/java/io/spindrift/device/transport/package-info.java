/** The tunnel current: conductance against the angle of the magnetisation and the bias. */
package io.spindrift.device.transport;
