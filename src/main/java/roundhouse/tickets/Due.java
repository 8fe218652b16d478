package roundhouse.tickets;

import java.time.Instant;

/**
 * What the clock that is due next leaves on the queue's row, so that sorting and drawing join nothing. All null where nothing is promised.
 *
 * @param kind     word of the clock
 * @param budget   business seconds
 * @param consumed business seconds used at {@code countedAt}
 */
record Due(Instant at, String kind, String calendar, Integer budget, Integer consumed, Instant countedAt) {

    static final Due NOTHING = new Due(null, null, null, null, null, null);
}
