/** Bits recorded from a real chip: file formats, and the record as a source. */
package io.spindrift.entropy.recorded;
