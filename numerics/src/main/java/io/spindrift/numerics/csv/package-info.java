/** Tables in comma-separated text: read strictly, every refusal with its line and column. */
package io.spindrift.numerics.csv;
