package roundhouse.mail;

/**
 * What a letter says; its templates put it on paper.
 *
 * @param name    of the client's help desk
 * @param accent  {@code #b3261e}
 * @param opening what happened, in a sentence
 * @param promise by when they hear from us, in a sentence, or null
 * @param words   Markdown that staff wrote, or null
 * @param html    the same, safe to show
 * @param footer  of the client's brand, or null
 */
record Wording(String name, String accent, String greeting, String opening, String promise, String words, String html, String reference,
               String about, String link, String footer) {
}
