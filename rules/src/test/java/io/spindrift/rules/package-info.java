/** The rules of the house, held as tests: architecture, formatting, style. */
package io.spindrift.rules;
