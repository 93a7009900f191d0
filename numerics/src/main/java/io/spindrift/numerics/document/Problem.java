package io.spindrift.numerics.document;

/**
 * One thing that is wrong with a document.
 *
 * @param path where, such as {@code freeLayer.thickness}; empty for the whole document
 * @param sentence what and what would be accepted, beginning with the path
 */
public record Problem(String path, String sentence) {}
