package roundhouse.sla;

/** What the oracle's clock was promised from an edit on. @param target null where nothing is said. @param since epoch seconds */
record SlowEra(long since, SlowCalendar calendar, Target target, Policy rules) {

    boolean countsLike(SlowEra other) {
        return String.valueOf(target).equals(String.valueOf(other.target)) && calendar.timetable.equals(other.calendar.timetable);
    }
}
