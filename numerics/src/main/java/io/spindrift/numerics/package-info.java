/** SI constants, argument checks, quantities, keyed random streams, parallel work and progress. */
package io.spindrift.numerics;
