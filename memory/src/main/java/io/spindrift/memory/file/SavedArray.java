package io.spindrift.memory.file;

import io.spindrift.memory.array.CellArray;

/**
 * An array as it was saved, with what was said of it.
 *
 * @param array its cells
 * @param provenance what the array is and where it comes from, in words
 */
public record SavedArray(CellArray array, String provenance) {}
