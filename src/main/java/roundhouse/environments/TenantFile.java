package roundhouse.environments;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import roundhouse.tenancy.IdentityProvider;
import roundhouse.tenancy.Mistakes;

/** What {@code tenant.yaml} says. Zone and locale are null where they will not do. */
record TenantFile(String name, String prefix, Set<String> hosts, ZoneId zone, Locale locale, List<String> mail, List<String> domains,
                  IdentityProvider identityProvider, List<String> vip) {

    static TenantFile read(String text, Mistakes mistakes) {
        Sheet sheet = Sheet.of(mistakes, text, "name", "prefix", "hosts", "zone", "locale", "mail", "domains", "identityProvider", "vip");
        return new TenantFile(sheet.need("name"),
                sheet.needAs("prefix", "two to eight capital letters and digits, as in ACME", Forms::prefix),
                Set.copyOf(each(sheet, "hosts", Forms.HOST, Forms::host)),
                sheet.needAs("zone", "a time zone, as in Europe/Berlin", Forms::zone),
                sheet.needAs("locale", "a language tag, as in de or en-GB", Forms::locale),
                each(sheet, "mail", Forms.ADDRESS, Forms::address), each(sheet, "domains", "a domain, as in acme.example", Forms::host),
                sheet.sheet("identityProvider", "issuer", "clientId", "secretEnv").map(TenantFile::identityProvider).orElse(null), sheet.words("vip"));
    }

    private static IdentityProvider identityProvider(Sheet sheet) {
        IdentityProvider provider = new IdentityProvider(sheet.needAs("issuer", Forms.ISSUER, Forms::issuer),
                sheet.needAs("clientId", "one word, as in roundhouse", Forms::word), sheet.needAs("secretEnv", Forms.VARIABLE, Forms::variable));
        if (provider.secretEnv() != null && provider.secret().isEmpty()) {
            sheet.wrong("secretEnv", "the environment variable " + provider.secretEnv() + " is not set: set it for the service, or name the one that holds the secret");
        }
        return provider;
    }

    private static List<String> each(Sheet sheet, String field, String form, Function<String, String> reader) {
        return sheet.words(field).stream().filter(word -> {
            try {
                reader.apply(word);
                return true;
            } catch (IllegalArgumentException notOfThatForm) {
                sheet.wrong(field, "\"" + word + "\" will not do: write " + form);
                return false;
            }
        }).map(reader).distinct().collect(Collectors.toList());
    }
}
