/**
 * YAML documents bound to validated records: one declaration gives keys, units, bounds and help.
 */
package io.spindrift.numerics.document;
