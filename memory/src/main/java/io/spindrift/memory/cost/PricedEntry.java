package io.spindrift.memory.cost;

import io.spindrift.memory.ledger.Action;

/**
 * One line of a priced ledger.
 *
 * @param stage part of the run
 * @param action what happened
 * @param count how often
 * @param joules count times the energy of one action
 * @param price the price applied, with its kind and source
 */
public record PricedEntry(String stage, Action action, long count, double joules, Price price) {}
