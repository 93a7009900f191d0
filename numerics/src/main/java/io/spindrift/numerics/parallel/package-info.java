/** Work split over threads in a way that never changes a result. */
package io.spindrift.numerics.parallel;
