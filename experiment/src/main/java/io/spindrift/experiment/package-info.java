/** One run of the whole chain: configuration in, run directory out. */
package io.spindrift.experiment;
