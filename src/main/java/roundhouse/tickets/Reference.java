package roundhouse.tickets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ACME-1042}: the tenant's prefix and a number that counts up from 1001 inside that tenant. */
public record Reference(String prefix, int number) {

    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{1,7})-([1-9][0-9]{0,8})");

    /** Case is ignored on the way in; empty for what is no reference. */
    public static Optional<Reference> of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(new Reference(matcher.group(1), Integer.parseInt(matcher.group(2)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return prefix + "-" + number;
    }
}
