package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import roundhouse.web.TimeWords;

/**
 * When a ticket that were asked for now would be due, by one policy.
 *
 * @param whose  which tickets: {@code category machine}
 * @param answer of the first response; null where this policy does not promise it
 * @param solved of the resolution, likewise
 */
public record DueNow(String policy, String whose, Priority priority, String answer, String solved) {

    /** The engine's own answer for each policy and priority that are wanted. */
    static List<DueNow> of(Promises promises, Instant now, BiPredicate<Policy, Priority> wanted, List<Policy> policies) {
        List<DueNow> lines = new ArrayList<>();
        for (Policy policy : policies) {
            for (Priority priority : Priority.values()) {
                if (wanted.test(policy, priority)) {
                    line(promises, now, policy, priority).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private static Optional<DueNow> line(Promises promises, Instant now, Policy policy, Priority priority) {
        String category = policy.match() instanceof Match.Category match ? match.category() : null;
        String asset = policy.match() instanceof Match.Asset match ? match.tag() : null;
        List<Clock> clocks = Engine.clocks(promises, new Story(priority, category, asset, now, List.of()), now);
        String answer = due(promises, clocks, Kind.FIRST_RESPONSE, policy, now);
        String solved = due(promises, clocks, Kind.RESOLUTION, policy, now);
        return answer == null && solved == null ? Optional.empty() : Optional.of(new DueNow(policy.name(), Wording.of(policy.match()), priority, answer, solved));
    }

    private static String due(Promises promises, List<Clock> clocks, Kind kind, Policy policy, Instant now) {
        return clocks.stream().filter(clock -> clock.kind() == kind && clock.dueAt() != null && policy.name().equals(clock.policy().name())).findFirst()
                .map(clock -> TimeWords.moment(clock.dueAt(), promises.calendarNamed(clock.calendar()).zone(), now)).orElse(null);
    }
}
