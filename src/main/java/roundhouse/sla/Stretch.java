package roundhouse.sla;

import java.time.Instant;

/** A part of a clock's life in which it was not paused and nothing was edited. @param phase place of the phase that it belongs to */
record Stretch(Instant from, Instant to, int phase) { }
