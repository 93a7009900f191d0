/** A device given to others: as a table of switching probabilities, as a circuit model. */
package io.spindrift.device.export;
