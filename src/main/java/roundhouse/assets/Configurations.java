package roundhouse.assets;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.search.SearchIndex;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Remembered;
import roundhouse.tenancy.Rows;
import roundhouse.web.Refused;
import roundhouse.web.Words;

/** The documentation of the client of the open unit of work. */
@ApplicationScoped
public class Configurations extends Rows<Configuration> {

    private static final int MOST_CLIENTS = 500;

    private final Assets assets;
    private final Trail trail;
    private final SearchIndex search;
    private final Editions editions;
    private final Remembered<List<ConfigurationView>> byName;

    Configurations(Assets assets, Trail trail, SearchIndex search, Editions editions) {
        this.assets = assets;
        this.trail = trail;
        this.search = search;
        this.editions = editions;
        this.byName = new Remembered<>(editions, MOST_CLIENTS);
    }

    public Optional<Configuration> named(String slug) {
        return here("slug = :slug", Map.of("slug", slug)).firstResultOptional();
    }

    /** By slug, those behind {@code after}, at most {@code most}. @param words null or what they contain */
    public List<ConfigurationView> list(String words, String after, int most) {
        return here("slug > :after and words like :words", Sort.by("slug"),
                Map.of("after", after, "words", words == null ? "%" : Words.containing(words)))
                .range(0, most - 1).stream().map(Configuration::view).toList();
    }

    /** All of them by name, those first that tell of the ticket's category or asset. @param category slug or null @param asset tag or null */
    public List<ConfigurationView> forTicket(String category, String asset) {
        return byName.of(units.open().tenant(), () -> here(Sort.by("name")).stream().map(Configuration::view).toList()).stream()
                .sorted(Comparator.comparing((ConfigurationView view) -> !view.tellsOf(category, asset))).toList();
    }

    public Configuration add(ConfigurationForm form, By by) {
        Editions.Held client = editions.hold();
        mustExist(form);
        if (named(form.slug()).isPresent()) {
            throw taken(form.slug());
        }
        try {
            Configuration configuration = born(form, client, by);
            flush();
            return configuration;
        } catch (ConstraintViolationException sameNameAtTheSameTime) {
            throw taken(form.slug());
        }
    }

    public void change(Configuration configuration, ConfigurationForm form, By by) {
        Editions.Held client = editions.hold();
        if (!form.slug().equals(configuration.slug())) {
            throw Refused.field("slug", "A slug stays with its configuration: add another one.");
        }
        mustExist(form);
        tell(configuration, form, client, by);
        flush();
    }

    /** Adds and changes as the folder says, removes nothing. @return the slugs of what changed */
    public List<String> put(List<ConfigurationForm> forms, By by) {
        Editions.Held client = editions.hold();
        Map<String, Configuration> kept = here(Sort.by("slug")).stream().collect(Collectors.toMap(Configuration::slug, each -> each));
        List<String> changed = new ArrayList<>();
        for (ConfigurationForm form : forms) {
            Configuration configuration = kept.get(form.slug());
            if (configuration == null) {
                kept.put(form.slug(), born(form, client, by));
                changed.add(form.slug());
            } else if (tell(configuration, form, client, by)) {
                changed.add(form.slug());
            }
        }
        return changed;
    }

    private Configuration born(ConfigurationForm form, Editions.Held client, By by) {
        Configuration configuration = new Configuration(Key.fresh(units.open()), form);
        persist(configuration);
        search.put(configuration.findable(by.at()));
        trail.record(about(form.slug()), "added", by);
        client.edited();
        return configuration;
    }

    private boolean tell(Configuration configuration, ConfigurationForm form, Editions.Held client, By by) {
        List<String> changes = configuration.change(form);
        if (!changes.isEmpty()) {
            search.put(configuration.findable(by.at()));
            trail.record(about(form.slug()), String.join("; ", changes), by);
            client.edited();
        }
        return !changes.isEmpty();
    }

    private void mustExist(ConfigurationForm form) {
        Set<String> unknown = assets.unknown(Set.copyOf(form.assets()));
        if (!unknown.isEmpty()) {
            throw Refused.field("assets", "This client has no asset " + unknown.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
    }

    static String about(String slug) {
        return "configuration " + slug;
    }

    private static Refused taken(String slug) {
        return Refused.field("slug", "There is a configuration " + slug + " already: change that one, or take another slug.");
    }
}
