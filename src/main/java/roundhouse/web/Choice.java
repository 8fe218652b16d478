package roundhouse.web;

/** One thing to choose in a form or filter. */
public record Choice(String value, String label, boolean chosen) {
}
