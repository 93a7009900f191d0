/** Chance of the operating system: the one source that no seed reproduces. */
package io.spindrift.entropy.system;
