/** Speed and memory of the rooms, measured with the result they gave. */
package io.spindrift.benchmarks;
