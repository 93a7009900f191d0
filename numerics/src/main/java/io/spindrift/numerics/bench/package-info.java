/** Benchmarks: what a section measures, its lines and the clock that all of them use. */
package io.spindrift.numerics.bench;
