package roundhouse.sla;

import java.net.URI;
import java.util.List;

/**
 * One calendar as the desk draws it.
 *
 * @param standing  {@code open until 17:00}, {@code closed until Mon 09:00}
 * @param others    the dates of the next twelve months that differ from the week
 * @param usedBy    the policies that count by it
 * @param due       what would be due when, were it asked for now
 */
public record CalendarScreen(TermsScreen terms, String zone, String standing, WeekDrawing week, List<OtherDay> others, List<User> usedBy, List<DueNow> due) {

    /** A policy. */
    public record User(String name, boolean own, URI address) {
    }
}
