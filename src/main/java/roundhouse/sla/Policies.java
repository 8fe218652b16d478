package roundhouse.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Remembered;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.Refused;

/** What the client of the open unit of work was promised, and the one way to promise something else. */
@ApplicationScoped
public class Policies {

    private final Units units;
    private final Tenants tenants;
    private final Editions editions;
    private final TermsVersions versions;
    private final Sections sections;
    private final Trail trail;
    private final Event<PromisesChanged> edited;
    private final Remembered<Map<Party, History>> known;

    Policies(Units units, Tenants tenants, Editions editions, TermsVersions versions, Sections sections, Trail trail, Event<PromisesChanged> edited) {
        this.units = units;
        this.tenants = tenants;
        this.editions = editions;
        this.versions = versions;
        this.sections = sections;
        this.trail = trail;
        this.edited = edited;
        this.known = new Remembered<>(editions, 2_000);
    }

    /** @param asOf the promises that stood at this instant; before there were any, the first */
    public Promises promises(Instant asOf) {
        int tenant = units.open().tenant();
        Map<Party, History> histories = known.of(tenant, this::read);
        String client = tenants.byId(tenant).orElseThrow().name();
        return new Promises(client, histories.get(Party.CLIENT).at(asOf), histories.get(Party.PROVIDER).at(asOf));
    }

    /** What was promised since the instant, edition by edition. */
    public Timeline timeline(Instant since) {
        List<Timeline.Edition> dated = new ArrayList<>(List.of(new Timeline.Edition(Instant.EPOCH, promises(since))));
        known.of(units.open().tenant(), this::read).values().stream().flatMap(History::edits).filter(edit -> edit.isAfter(since)).distinct().sorted()
                .forEach(edit -> dated.add(new Timeline.Edition(edit, promises(edit))));
        return new Timeline(dated);
    }

    /**
     * Makes new versions of what the file says anew, and nothing of the rest: applying again changes nothing. The provider's file is applied
     * in its own tenant as {@link Party#CLIENT}, and in that of each client as {@link Party#PROVIDER}.
     *
     * @param file without mistakes
     * @return what changed, as {@code calendar office, version 2}
     */
    public List<String> apply(SlaFile file, Party party, By by) {
        if (!file.mistakes().isEmpty()) {
            throw new IllegalArgumentException("A file with mistakes is not applied: " + file.mistakes());
        }
        Editions.Held tenant = editions.hold();
        Terms standing = read().get(party).at(by.at());
        List<String> changed = new ArrayList<>();
        file.calendars().forEach((name, section) -> {
            Calendar before = standing.calendars().get(name);
            if (before == null || !before.timetable().equals(file.terms().calendars().get(name).timetable())) {
                changed.add(add(TermsVersions.Table.CALENDAR, party, name, before == null ? 1 : before.version() + 1, section, by));
            }
        });
        file.policies().forEach((name, section) -> {
            Optional<Policy> before = standing.named(name);
            if (before.isEmpty() || !Objects.equals(before.get().numbered(0), file.terms().named(name).orElseThrow())) {
                changed.add(add(TermsVersions.Table.POLICY, party, name, before.map(Policy::version).orElse(0) + 1, section, by));
            }
        });
        if (!changed.isEmpty()) {
            tenant.edited();
            edited.fire(new PromisesChanged(units.open().tenant(), by));
        }
        return changed;
    }

    /** One calendar or policy of the client's own, written by hand. */
    public TermsView write(TermsView.Of of, TermsForm form, By by) {
        editions.hold();
        Map<Party, History> histories = read();
        Set<String> known = new HashSet<>(histories.get(Party.CLIENT).at(by.at()).calendars().keySet());
        known.addAll(histories.get(Party.PROVIDER).at(by.at()).calendars().keySet());
        SlaFile file = form.file(of, known, LocalDate.ofInstant(by.at(), ZoneOffset.UTC));
        for (Policy policy : file.terms().policies()) {
            histories.get(Party.CLIENT).at(by.at()).matching(policy.match()).filter(other -> !other.name().equals(policy.name())).ifPresent(other -> {
                throw Refused.field("document.match", "The policy " + other.name() + " is for the same tickets: change that one, or match others.");
            });
        }
        apply(file, Party.CLIENT, by);
        return standing(of, form.name()).orElseThrow();
    }

    public Optional<TermsView> standing(TermsView.Of of, String name) {
        return standing(of).stream().filter(view -> view.name().equals(name)).findFirst();
    }

    private String add(TermsVersions.Table table, Party party, String name, int version, Object section, By by) {
        versions.add(table, party, name, version, section, by);
        String word = table == TermsVersions.Table.CALENDAR ? "calendar" : "policy";
        trail.record(word, (party == Party.PROVIDER ? "the provider's " : "") + word + " " + name + ", version " + version, by);
        return word + " " + name + ", version " + version;
    }

    /** The versions that stand now, the client's before the provider's, by name. */
    public List<TermsView> standing(TermsView.Of of) {
        Map<String, TermsView> latest = new TreeMap<>();
        versions.all(of.table()).forEach(version -> latest.put((version.provider() ? "2 " : "1 ") + version.name(), sections.view(version)));
        return List.copyOf(latest.values());
    }

    private Map<Party, History> read() {
        Map<TermsVersions.Table, List<TermsVersions.Version>> all = versions.all();
        List<TermsVersions.Version> calendars = all.getOrDefault(TermsVersions.Table.CALENDAR, List.of());
        List<TermsVersions.Version> policies = all.getOrDefault(TermsVersions.Table.POLICY, List.of());
        return Map.of(Party.CLIENT, history(Party.CLIENT, calendars, policies), Party.PROVIDER, history(Party.PROVIDER, calendars, policies));
    }

    private History history(Party party, List<TermsVersions.Version> calendars, List<TermsVersions.Version> policies) {
        return new History(
                calendars.stream().filter(version -> version.isOf(party))
                        .map(version -> new History.Dated<>(version.name(), sections.calendar(version), version.createdAt())).toList(),
                policies.stream().filter(version -> version.isOf(party))
                        .map(version -> new History.Dated<>(version.name(), sections.policy(version), version.createdAt())).toList());
    }
}
