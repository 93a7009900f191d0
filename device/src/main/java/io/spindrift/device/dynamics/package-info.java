/** The magnetisation of one free layer: one field term per file, thermal equilibrium, stepper. */
package io.spindrift.device.dynamics;
