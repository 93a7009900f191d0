/** The stages of a run in the order in which data flows. */
package io.spindrift.experiment.stage;
