/** The cells of an array: which junction each of them is, what they store, and how they flip. */
package io.spindrift.memory.array;
