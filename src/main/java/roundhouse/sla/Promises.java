package roundhouse.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one client was promised, with the provider's terms where its own are silent.
 * A policy's calendar is looked up beside it first: the provider's policies mean the provider's calendars.
 *
 * @param client as sentences name it
 */
public record Promises(String client, Terms own, Terms provider) {

    private record Candidate(Policy policy, Terms home, Terms fallback, String because) { }

    /** Each kind is looked up alone: the first policy that has the row wins. */
    Promise of(Kind kind, Priority priority, String category, String asset) {
        List<Candidate> candidates = candidates(category, asset);
        for (Candidate candidate : candidates) {
            Optional<Target> target = candidate.policy.target(kind, priority);
            if (target.isPresent()) {
                String because = target.get() instanceof Target.None
                        ? candidate.because + ", which promises no " + kind.title() + " for " + priority
                        : candidate.because;
                return new Promise(kind, candidate.policy, candidate.policy, because, calendar(candidate, priority), target.get());
            }
        }
        String because = "no policy promises " + kind.title() + " for " + priority;
        if (candidates.isEmpty()) return new Promise(kind, null, null, because, Calendar.ALWAYS, new Target.None());
        Candidate nearest = candidates.get(0);
        return new Promise(kind, null, nearest.policy, because, calendar(nearest, priority), new Target.None());
    }

    /** The policy that speaks of resolution rules the ticket itself too: how long it may be on hold, until when it reopens. */
    public Optional<Policy> governing(Priority priority, String category, String asset) {
        return Optional.ofNullable(of(Kind.RESOLUTION, priority, category, asset).rules());
    }

    private List<Candidate> candidates(String category, String asset) {
        List<Candidate> found = new ArrayList<>();
        if (asset != null) own.matching(new Match.Asset(asset)).ifPresent(policy ->
                found.add(new Candidate(policy, own, provider, possessive() + " policy for asset " + asset)));
        if (category != null) own.matching(new Match.Category(category)).ifPresent(policy ->
                found.add(new Candidate(policy, own, provider, possessive() + " policy for category " + category)));
        own.matching(new Match.Default()).ifPresent(policy ->
                found.add(new Candidate(policy, own, provider, possessive() + " default policy")));
        if (category != null) provider.matching(new Match.Category(category)).ifPresent(policy ->
                found.add(new Candidate(policy, provider, Terms.SILENT, "the provider's policy for category " + category)));
        provider.matching(new Match.Default()).ifPresent(policy ->
                found.add(new Candidate(policy, provider, Terms.SILENT, "the provider's default policy")));
        return found;
    }

    private String possessive() {
        return client.endsWith("s") ? client + "'" : client + "'s";
    }

    private static Calendar calendar(Candidate candidate, Priority priority) {
        String name = candidate.policy.calendarFor(priority);
        Calendar calendar = candidate.home.calendars().getOrDefault(name, candidate.fallback.calendars().get(name));
        if (calendar == null) throw new IllegalStateException("policy " + candidate.policy.name() + " names calendar " + name + ", which nobody has");
        return calendar;
    }
}
