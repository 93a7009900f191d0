/**
 * What an array does to its rows without moving data: pulses, copies and logic, each counted.
 *
 * <p>For rows of c cells, m cells in a mask, d found different from what they should be and h found
 * antiparallel; a write is {@link io.spindrift.memory.operation.RowWrite}:
 *
 * <pre>
 *                    row activations  cell reads  pulses         gates
 *   toggle                 1              0       m toggle
 *   random pulse           1              0       c coin
 *   write                  2              c       d toggle       c XOR
 *   copy, comparing        3             2c       d toggle       c XOR
 *   copy after reset       2 + reset      c       h toggle
 *   add modulo 2           2              c       h toggle
 *   xor, and, or           2 + write     2c + write              c XOR
 *   majority               3 + write     3c + write              c FULL_ADD
 *   sensed reset, round    2              c       h toggle
 *   other resets           1              0       c reset
 *   row of noise           1 + reset      0       c coin
 *   k rows sensed at once  k              c       k c CELL_CURRENT
 * </pre>
 */
package io.spindrift.memory.operation;
