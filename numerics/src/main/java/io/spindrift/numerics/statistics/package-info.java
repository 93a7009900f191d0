/** What counted trials say about a probability. */
package io.spindrift.numerics.statistics;
