/** Text in and out for numbers with units: "0.84 V", "0.2ns:5ns:0.1ns", "1.2 nm". */
package io.spindrift.numerics.quantity;
