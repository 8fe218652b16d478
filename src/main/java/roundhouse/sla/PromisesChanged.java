package roundhouse.sla;

import roundhouse.identity.By;

/** What the client of the open unit of work was promised is edited in this very transaction: whoever keeps due instants reckons them anew. */
public record PromisesChanged(int tenant, By by) {
}
