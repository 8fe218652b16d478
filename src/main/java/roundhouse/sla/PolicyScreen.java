package roundhouse.sla;

import java.util.List;
import java.util.Map.Entry;

/**
 * One policy as the desk draws it.
 *
 * @param whose for which tickets
 * @param kinds that it speaks of: the columns of the table
 * @param facts its general rules, name and words
 * @param instead the policy of the client's own that is for the same tickets and is asked first; null where there is none
 */
public record PolicyScreen(TermsScreen terms, String whose, String calendar, List<Kind> kinds, List<Row> rows, List<Entry<String, String>> facts, List<DueNow> due,
                    String instead) {

    /** What it promises for one priority. @param targets in the order of the kinds, null where it is silent */
    public record Row(Priority priority, String calendar, List<String> targets) {
    }
}
