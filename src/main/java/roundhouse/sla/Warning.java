package roundhouse.sla;

import java.time.Duration;

/** When somebody is told before the due instant: at a share of the budget, or an elapsed time before. */
public sealed interface Warning {

    /** Percent of the budget in business time, 1 to 99. */
    record Share(int percent) implements Warning { }

    record Before(Duration elapsed) implements Warning { }
}
