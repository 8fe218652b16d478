package roundhouse.tickets;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser would send of the one form of a page that is posted to an address: all that it shows, and what somebody typed over it. */
final class DrawnForm {

    private static final Pattern FIELD = Pattern.compile("(?s)<input[^>]*>|<select[^>]*>.*?</select>|<textarea[^>]*>.*?</textarea>");
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern FIRST = Pattern.compile("<option value=\"([^\"]*)\"");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** @param action the address that it is posted to */
    DrawnForm(String page, String action) {
        Matcher form = Pattern.compile("(?s)<form[^>]*action=\"" + Pattern.quote(action) + "\".*?</form>").matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form for " + action + " in\n" + page);
        }
        FIELD.matcher(form.group()).results().map(MatchResult::group).forEach(this::read);
    }

    DrawnForm type(String field, String value) {
        values.put(field, List.of(value));
        return this;
    }

    RequestSpecification in(RequestSpecification request) {
        RequestSpecification filled = request.contentType("application/x-www-form-urlencoded");
        values.forEach((name, all) -> all.forEach(value -> filled.formParam(name, value)));
        return filled;
    }

    private void read(String field) {
        String name = attribute(field, "name");
        boolean unticked = "checkbox".equals(attribute(field, "type")) && !field.contains(" checked");
        if (name != null && !unticked) {
            values.computeIfAbsent(name, first -> new ArrayList<>()).add(field.startsWith("<select") ? chosen(field) : attribute(field, "value"));
        }
    }

    private static String chosen(String select) {
        Matcher selected = SELECTED.matcher(select);
        if (selected.find()) {
            return selected.group(1);
        }
        Matcher first = FIRST.matcher(select);
        return first.find() ? first.group(1) : "";
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }
}
