/** Vector instructions: whether they are there and how wide they are. */
package io.spindrift.numerics.vector;
