package roundhouse.sla;

/**
 * Opening hours of one date by the wall clock, {@code [open, close)} in minutes since midnight.
 * A close that is not after the open lies on the next day; 1440 is the midnight that ends the date.
 */
public record Window(int open, int close) {
    static final int DAY = 24 * 60;

    public Window {
        if (open < 0 || open >= DAY) {
            throw new IllegalArgumentException("opens at minute " + open + " of a day");
        }
        if (close < 0 || close > DAY) {
            throw new IllegalArgumentException("closes at minute " + close + " of a day");
        }
        if (open == close) {
            throw new IllegalArgumentException("opens and closes at the same minute");
        }
    }

    /** Minutes since the midnight that begins the date, more than 1440 for a window that crosses the next one. */
    int end() {
        return close > open ? close : close + DAY;
    }

    @Override
    public String toString() {
        return clock(open) + "-" + clock(close);
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }
}
