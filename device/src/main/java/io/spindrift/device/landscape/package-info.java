/** The energy of a macrospin over the sphere: wells, the passes between them and their heights. */
package io.spindrift.device.landscape;
