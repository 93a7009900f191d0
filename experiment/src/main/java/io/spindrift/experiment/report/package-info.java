/** The report of a run, made from its files alone. */
package io.spindrift.experiment.report;
