package roundhouse.tickets;

/** What was said last, for a glance. Both null where nothing new was said. */
record LastWords(String words, String by) {

    static final LastWords NONE = new LastWords(null, null);
    private static final int GLANCE = 240;

    static LastWords of(String body, String by) {
        return new LastWords(body.length() <= GLANCE ? body : body.substring(0, Character.isHighSurrogate(body.charAt(GLANCE - 1)) ? GLANCE - 1 : GLANCE) + "…", by);
    }
}
