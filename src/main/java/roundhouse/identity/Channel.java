package roundhouse.identity;

import java.util.Locale;

/** Through what something was done. What comes by {@link #IMPORT} happened in the past: it sends no mail, no nudge, and sets no timer. */
public enum Channel {
    PORTAL, DESK, API, MAIL, TIMER, IMPORT, FOLDER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
