package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        for (int place = 0; place < candidates.size(); place++) {
            Candidate candidate = candidates.get(place);
            Optional<Target> target = candidate.policy.target(kind, priority);
            if (target.isPresent()) {
                String because = target.get() instanceof Target.None
                        ? candidate.because + ", which promises no " + kind.title() + " for " + priority
                        : candidate.because;
                Calendar calendar = calendar(candidates.subList(place, candidates.size()), priority);
                return new Promise(kind, priority, candidate.policy, candidate.policy, because, calendar, target.get());
            }
        }
        Policy nearest = candidates.isEmpty() ? null : candidates.get(0).policy;
        String because = "no policy promises " + kind.title() + " for " + priority;
        return new Promise(kind, priority, null, nearest, because, calendar(candidates, priority), new Target.None());
    }

    /** The policy that speaks of resolution rules the ticket itself too: how long it may be on hold, until when it reopens. */
    public Optional<Policy> governing(Priority priority, String category, String asset) {
        return Optional.ofNullable(of(Kind.RESOLUTION, priority, category, asset).rules());
    }

    /** Until when a ticket that is resolved at the instant can be reopened, the end included. */
    public Instant reopenableUntil(Priority priority, String category, String asset, Instant resolvedAt) {
        return resolvedAt.plus(governing(priority, category, asset).map(Policy::reopenWithin).orElse(Policy.REOPEN_WITHIN));
    }

    /** When a hold that begins at the instant ends by itself. @param wished null for what the policy says. @return null for never */
    public Instant holdEnds(Priority priority, String category, String asset, Instant begins, Instant wished) {
        Optional<Instant> longest = governing(priority, category, asset).map(Policy::longestHold).map(begins::plus);
        return Stream.concat(Optional.ofNullable(wished).stream(), longest.stream()).min(Comparator.naturalOrder()).orElse(null);
    }

    /** As a clock names it. @param name null for none: always open */
    public Calendar calendarNamed(String name) {
        return own.calendars().getOrDefault(name, provider.calendars().getOrDefault(name, Calendar.ALWAYS));
    }

    private List<Candidate> candidates(String category, String asset) {
        List<Candidate> found = new ArrayList<>();
        if (asset != null) {
            own.matching(new Match.Asset(asset)).ifPresent(policy -> found.add(ours(policy, "policy for asset " + asset)));
        }
        if (category != null) {
            own.matching(new Match.Category(category)).ifPresent(policy -> found.add(ours(policy, "policy for category " + category)));
        }
        own.matching(new Match.Default()).ifPresent(policy -> found.add(ours(policy, "default policy")));
        if (category != null) {
            provider.matching(new Match.Category(category)).ifPresent(policy -> found.add(theirs(policy, "policy for category " + category)));
        }
        provider.matching(new Match.Default()).ifPresent(policy -> found.add(theirs(policy, "default policy")));
        return found;
    }

    private Candidate ours(Policy policy, String which) {
        return new Candidate(policy, own, provider, (client.endsWith("s") ? client + "'" : client + "'s") + " " + which);
    }

    private Candidate theirs(Policy policy, String which) {
        return new Candidate(policy, provider, Terms.SILENT, "the provider's " + which);
    }

    /** The calendar that the policy names, or, where it names none since it promises nothing, the next one's. */
    private static Calendar calendar(List<Candidate> fromHere, Priority priority) {
        return fromHere.stream().filter(candidate -> candidate.policy.calendarFor(priority) != null).findFirst()
                .map(candidate -> calendar(candidate, candidate.policy.calendarFor(priority))).orElse(Calendar.ALWAYS);
    }

    private static Calendar calendar(Candidate candidate, String name) {
        Calendar calendar = candidate.home.calendars().getOrDefault(name, candidate.fallback.calendars().get(name));
        if (calendar == null) {
            throw new IllegalStateException("policy " + candidate.policy.name() + " names calendar " + name + ", which nobody has");
        }
        return calendar;
    }
}
