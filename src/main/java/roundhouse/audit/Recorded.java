package roundhouse.audit;

import roundhouse.identity.By;

/** The one event of the house, fired in the transaction of the change that it tells. */
public record Recorded(Entry entry, By by) {
}
