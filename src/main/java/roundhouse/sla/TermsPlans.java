package roundhouse.sla;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import roundhouse.identity.By;

/**
 * What the folder says of calendars and policies beside what stands in the client of the open unit of work. Applying takes from the folder what
 * only the folder changed; what was changed on screen stays until somebody chooses otherwise.
 */
@ApplicationScoped
public class TermsPlans {

    private final Policies policies;
    private final TermsVersions versions;
    private final FolderTerms folder;
    private final Sections sections;

    TermsPlans(Policies policies, TermsVersions versions, FolderTerms folder, Sections sections) {
        this.policies = policies;
        this.versions = versions;
        this.folder = folder;
        this.sections = sections;
    }

    /** @param changed as {@code policy standard, version 2}. @param drift what was left as it stands on screen */
    public record Applied(List<String> changed, List<PlannedTerm> drift) {
    }

    /** The client's own, calendars before policies, by name. */
    public List<PlannedTerm> plan(SlaFile file) {
        List<PlannedTerm> plan = new ArrayList<>(plan(TermsView.Of.CALENDARS, Party.CLIENT, file));
        plan.addAll(claimed(plan(TermsView.Of.POLICIES, Party.CLIENT, file), file));
        return plan;
    }

    /** The copies of the provider's: nobody edits those on screen. */
    public List<PlannedTerm> planOfProviders(SlaFile file) {
        List<PlannedTerm> plan = new ArrayList<>(plan(TermsView.Of.CALENDARS, Party.PROVIDER, file));
        plan.addAll(plan(TermsView.Of.POLICIES, Party.PROVIDER, file));
        return plan;
    }

    /** @param chosen keys of those that the folder's version is to replace although they were changed on screen */
    public Applied apply(SlaFile file, Set<String> chosen, By by) {
        List<PlannedTerm> plan = plan(file);
        Set<String> taken = plan.stream().filter(term -> term.applies() || term.choosable() && chosen.contains(term.key())).map(PlannedTerm::key)
                .collect(Collectors.toSet());
        List<String> changed = policies.apply(only(file, taken), Party.CLIENT, by);
        plan.stream().filter(term -> taken.contains(term.key()) || term.state() == PlannedTerm.State.UNCHANGED)
                .forEach(term -> folder.keep(term.of(), term.name(), written(file, term.of()).get(term.name())));
        return new Applied(changed, plan.stream().filter(term -> term.drifts() && !taken.contains(term.key())).toList());
    }

    /** The folder is as it was when it was applied last: where that was not kept yet, it is now. @return what drifts */
    public List<PlannedTerm> remember(SlaFile file) {
        for (TermsView.Of of : TermsView.Of.values()) {
            Set<String> kept = folder.all(of).keySet();
            written(file, of).forEach((name, section) -> {
                if (!kept.contains(name)) {
                    folder.keep(of, name, section);
                }
            });
        }
        return plan(file).stream().filter(PlannedTerm::drifts).toList();
    }

    private List<PlannedTerm> plan(TermsView.Of of, Party party, SlaFile file) {
        Map<String, TermsVersions.Version> standing = standing(of, party);
        Map<String, FolderTerms.Kept> agreed = party == Party.CLIENT ? folder.all(of) : Map.of();
        Set<String> names = new TreeSet<>(standing.keySet());
        names.addAll(written(file, of).keySet());
        return names.stream().map(name -> planned(of, party, name, file, standing.get(name), agreed.get(name))).toList();
    }

    private PlannedTerm planned(TermsView.Of of, Party party, String name, SlaFile file, TermsVersions.Version standing, FolderTerms.Kept agreed) {
        boolean inFolder = written(file, of).containsKey(name);
        Meaning said = inFolder ? meaning(of, file, name) : null;
        Meaning stands = standing == null ? null : meaning(of, standing);
        Meaning before = agreed == null ? null : meaning(of, agreed.version());
        PlannedTerm.State state = party == Party.PROVIDER ? ofProviders(said, stands) : state(said, stands, before);
        List<Difference> byFolder = said == null || said.equals(stands) ? List.of() : Difference.between(stands == null ? Map.of() : stands.words(), said.words());
        List<Difference> onScreen = before == null || stands == null || party == Party.PROVIDER ? List.of() : Difference.between(before.words(), stands.words());
        PlannedTerm term = new PlannedTerm(of, party, name, state, byFolder, state == PlannedTerm.State.CHANGED ? List.of() : onScreen,
                standing == null ? null : new PlannedTerm.Stands(standing.version(), standing.createdAt(), standing.madeBy()), because(state, before == null), null);
        return term.drifts() ? term.with(TermsYaml.of(of, sections.view(standing))) : term;
    }

    private static PlannedTerm.State ofProviders(Meaning said, Meaning stands) {
        if (said == null) {
            return PlannedTerm.State.GONE;
        }
        return stands == null ? PlannedTerm.State.ADDED : said.equals(stands) ? PlannedTerm.State.UNCHANGED : PlannedTerm.State.CHANGED;
    }

    private static PlannedTerm.State state(Meaning said, Meaning stands, Meaning before) {
        if (said == null) {
            return before == null ? PlannedTerm.State.SCREEN_ONLY : PlannedTerm.State.GONE;
        }
        if (stands == null) {
            return PlannedTerm.State.ADDED;
        }
        if (said.equals(stands)) {
            return PlannedTerm.State.UNCHANGED;
        }
        if (stands.equals(before)) {
            return PlannedTerm.State.CHANGED;
        }
        return said.equals(before) ? PlannedTerm.State.DRIFTED : PlannedTerm.State.CONFLICTING;
    }

    private static String because(PlannedTerm.State state, boolean neverAgreed) {
        return switch (state) {
            case DRIFTED -> "The folder says what it said when it was applied last.";
            case CONFLICTING -> neverAgreed ? "It stood before the folder said anything of it." : "The folder was changed too, and otherwise.";
            case SCREEN_ONLY -> "The folder has never said it.";
            case ADDED, CHANGED, UNCHANGED, GONE -> null;
        };
    }

    /** Of two policies for the same tickets the newer wins: one from the folder would silently put one from the screen aside. */
    private List<PlannedTerm> claimed(List<PlannedTerm> plan, SlaFile file) {
        Map<Match, String> onScreen = new HashMap<>();
        Map<String, TermsVersions.Version> standing = standing(TermsView.Of.POLICIES, Party.CLIENT);
        plan.stream().filter(PlannedTerm::drifts).forEach(term -> onScreen.put(sections.policy(standing.get(term.name())).match(), term.name()));
        return plan.stream().map(term -> {
            String other = term.applies() ? onScreen.get(file.terms().named(term.name()).orElseThrow().match()) : null;
            return other == null ? term : term.conflicting("The policy " + other + ", written on screen, is for the same tickets.");
        }).toList();
    }

    private Map<String, TermsVersions.Version> standing(TermsView.Of of, Party party) {
        Map<String, TermsVersions.Version> standing = new HashMap<>();
        versions.all(of.table()).stream().filter(version -> version.isOf(party)).forEach(version -> standing.put(version.name(), version));
        return standing;
    }

    private static SlaFile only(SlaFile file, Set<String> keys) {
        return new SlaFile(only(file.calendars(), TermsView.Of.CALENDARS, keys), only(file.policies(), TermsView.Of.POLICIES, keys), file.terms(), file.mistakes());
    }

    private static Map<String, Object> only(Map<String, Object> sections, TermsView.Of of, Set<String> keys) {
        Map<String, Object> only = new LinkedHashMap<>(sections);
        only.keySet().removeIf(name -> !keys.contains(of.word() + " " + name));
        return only;
    }

    private static Map<String, Object> written(SlaFile file, TermsView.Of of) {
        return of == TermsView.Of.CALENDARS ? file.calendars() : file.policies();
    }

    /** Compared by what it means, shown by its words. */
    private record Meaning(Object thing, Map<String, String> words) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Meaning that && thing.equals(that.thing);
        }

        @Override
        public int hashCode() {
            return thing.hashCode();
        }
    }

    private static Meaning meaning(TermsView.Of of, SlaFile file, String name) {
        return of == TermsView.Of.CALENDARS ? meaning(file.terms().calendars().get(name).timetable()) : meaning(file.terms().named(name).orElseThrow());
    }

    private Meaning meaning(TermsView.Of of, TermsVersions.Version version) {
        return of == TermsView.Of.CALENDARS ? meaning(sections.calendar(version).timetable()) : meaning(sections.policy(version));
    }

    private static Meaning meaning(Timetable timetable) {
        return new Meaning(timetable, Wording.of(timetable));
    }

    private static Meaning meaning(Policy policy) {
        return new Meaning(policy.numbered(0), Wording.of(policy));
    }
}
