package roundhouse.sla;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;

/** What a form sent, as it was typed. */
record Typed(MultivaluedMap<String, String> fields) {

    /** Without the space around it; empty where nothing was sent. */
    String text(String field) {
        String text = fields.getFirst(field);
        return text == null ? "" : text.strip();
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** What stands between commas. */
    List<String> list(String field) {
        return Arrays.stream(text(field).split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** 0 where it is no number that one can count to. */
    int number(String field) {
        return text(field).matches("\\d{1,6}") ? Integer.parseInt(text(field)) : 0;
    }
}
