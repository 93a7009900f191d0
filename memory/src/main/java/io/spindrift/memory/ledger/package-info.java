/** Actions counted where they happen, and the tables that price them. */
package io.spindrift.memory.ledger;
