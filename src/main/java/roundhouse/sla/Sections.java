package roundhouse.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;

/**
 * Kept sections of {@code sla.yaml}, read again. TermsVersions never change, so what was read stays in memory, and clients whose documents are
 * alike (the copies of the provider's) share one.
 */
@ApplicationScoped
class Sections {

    private record Document(String name, int version, String text) { }

    private final ObjectMapper json;
    private final Cache<Document, Calendar> calendars = Caffeine.newBuilder().maximumSize(5_000).build();
    private final Cache<Document, Policy> policies = Caffeine.newBuilder().maximumSize(10_000).build();

    Sections(ObjectMapper json) {
        this.json = json;
    }

    Calendar calendar(TermsVersions.Version kept) {
        return calendars.get(document(kept), document -> new Calendar(document.name(), document.version(), read(document, CalendarSection::read)));
    }

    TermsView view(TermsVersions.Version kept) {
        try {
            return new TermsView(kept.name(), kept.version(), kept.provider() ? Party.PROVIDER : Party.CLIENT, kept.createdAt(), json.readTree(kept.document()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept version cannot be read: " + kept.name(), e);
        }
    }

    Policy policy(TermsVersions.Version kept) {
        return policies.get(document(kept), document -> read(document, PolicySection::read).numbered(document.version()));
    }

    private static Document document(TermsVersions.Version kept) {
        return new Document(kept.name(), kept.version(), kept.document());
    }

    private static <T> T read(Document document, BiFunction<YamlPart, Mistakes, T> reading) {
        Mistakes mistakes = new Mistakes(document.name());
        try {
            T thing = reading.apply(YamlPart.read(document.text()), mistakes);
            if (mistakes.count() > 0) {
                throw new IllegalStateException("A kept version cannot be read: " + mistakes.found());
            }
            return thing;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept version cannot be read: " + document.name(), e);
        }
    }
}
