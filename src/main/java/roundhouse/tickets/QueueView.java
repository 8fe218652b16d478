package roundhouse.tickets;

import java.util.List;
import java.util.stream.Collectors;
import roundhouse.web.Choice;

/**
 * The queue as somebody asked for it.
 *
 * @param justIn how many of the lines stand on top because they have just come and nobody has them
 * @param query the query string that asks for it again, without the cursor; empty or beginning with {@code ?}
 * @param place the query string of this very page of it
 * @param next  query string of the next page, null on the last
 */
public record QueueView(List<QueueLine> lines, int justIn, List<QuickView> views, QueueFilters filters, String query, String place, String next, boolean first) {

    /** A saved question with its count. */
    public record QuickView(String label, String query, long count, boolean alarming, boolean current) {
    }

    public String title() {
        return views.stream().filter(QuickView::current).map(QuickView::label).findFirst()
                .orElseGet(filters::title);
    }

    /** The ticket that stands before this one; null at the top, and where this one is not on the list. */
    public String before(String ref) {
        int place = place(ref);
        return place > 0 ? lines.get(place - 1).ref() : null;
    }

    /** The ticket that stands behind this one; the first of the list where this one is not on it, null at its end. */
    public String after(String ref) {
        int place = place(ref);
        return place + 1 < lines.size() ? lines.get(place + 1).ref() : null;
    }

    private int place(String ref) {
        for (int place = 0; place < lines.size(); place++) {
            if (lines.get(place).ref().equals(ref)) {
                return place;
            }
        }
        return -1;
    }
}
