/** Studies over several trainings or samplings, each point kept as soon as it is known. */
package io.spindrift.experiment.study;
