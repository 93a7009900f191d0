package io.spindrift.numerics.document;

/**
 * Where a value of a document comes from.
 *
 * @param path which value, such as {@code freeLayer.thickness}
 * @param source publication or measurement, empty when none is named
 * @param note remark, led by the kind of evidence when one is given
 */
public record Provenance(String path, String source, String note) {}
