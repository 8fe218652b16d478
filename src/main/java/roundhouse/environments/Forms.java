package roundhouse.environments;

import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the words in these files are written. Each throws an IllegalArgumentException, or java.time's own, for what will not do. */
final class Forms {

    static final String SLUG = "lower case letters, digits and hyphens, as in acme";
    static final String USER = "a user name of lower case letters, digits, dots and hyphens";
    static final String ADDRESS = "an address, as in help@acme.example";
    static final String ISSUER = "an address that begins with https://, as in https://login.acme.example";
    static final String VARIABLE = "the name of an environment variable, as in ACME_SIGN_IN_SECRET";
    static final String HOST = "a host name, as in acme.localhost";

    private static final Pattern SLUGS = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern PREFIXES = Pattern.compile("[A-Z][A-Z0-9]{1,7}");
    private static final Pattern USERS = Pattern.compile("[a-z][a-z0-9._-]{0,79}");
    private static final Pattern ADDRESSES = Pattern.compile("[^@\\s,;<>\"]{1,64}@[A-Za-z0-9.-]{1,180}");
    private static final Pattern HOSTS = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9_-]{0,59}");

    private static final Pattern ISSUERS = Pattern.compile("(https://[A-Za-z0-9.-]+|http://localhost)(:\\d{1,5})?(/[^\\s?#]*)?");
    private static final Pattern WORDS = Pattern.compile("\\S{1,250}");
    private static final Pattern VARIABLES = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Forms() {
    }

    static String slug(String word) {
        return matching(SLUGS, word);
    }

    static String prefix(String word) {
        return matching(PREFIXES, word);
    }

    static String user(String word) {
        return matching(USERS, word);
    }

    static String address(String word) {
        return matching(ADDRESSES, word);
    }

    static String host(String word) {
        return matching(HOSTS, word).toLowerCase(Locale.ROOT);
    }

    /** Of a category or of one of its questions. */
    static String name(String word) {
        return matching(NAMES, word);
    }

    /** Over http on this machine only, for trying it out. */
    static String issuer(String word) {
        return matching(ISSUERS, word);
    }

    static String word(String word) {
        return matching(WORDS, word);
    }

    static String variable(String word) {
        return matching(VARIABLES, word);
    }

    static ZoneId zone(String word) {
        if (!ZoneId.getAvailableZoneIds().contains(word)) {
            throw new IllegalArgumentException(word);
        }
        return ZoneId.of(word);
    }

    static Locale locale(String word) {
        Locale locale = Locale.forLanguageTag(word);
        if (!locale.toLanguageTag().equalsIgnoreCase(word) || locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(word);
        }
        return locale;
    }

    private static String matching(Pattern pattern, String word) {
        if (!pattern.matcher(word).matches()) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }
}
