package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.EdgeCasesMode;

/** The engine against a second implementation that counts second by second. {@code -Doracle=1000000} asks for more stories. */
class OracleTest {
    private static final int STORIES = Integer.getInteger("oracle", 2000);

    @Property(tries = 10, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void both_tell_the_same_of_every_story(@ForAll long seed) {
        long told = LongStream.range(seed, seed + STORIES / 10).filter(OracleTest::compare).count();
        assertThat(told).as("stories that the oracle could follow to their end").isGreaterThan(STORIES / 10 * 8 / 10);
    }

    /** Whether the oracle could follow: its calendars reach a few days only. */
    static boolean compare(long seed) {
        RandomStory random = new RandomStory(seed);
        Map<String, Calendar> calendars = new HashMap<>();
        Map<String, SlowCalendar> slow = new HashMap<>();
        long base = random.story.createdAt().getEpochSecond() - 3 * 86_400;
        random.timetables.forEach((name, timetable) -> {
            calendars.put(name, new Calendar(name, 1, timetable));
            slow.put(name, new SlowCalendar(timetable, Instant.ofEpochSecond(base), random.now.plus(Duration.ofDays(9))));
        });
        Promises promises = new Promises("ACME", new Terms(calendars, List.of(random.usual, random.special)), Terms.SILENT);
        SlowTerms terms = new SlowTerms(random.special, random.usual, slow);
        Story story = random.story;
        while (true) {
            SlowStory expected;
            try {
                expected = new SlowStory(story, terms, base, random.now);
            } catch (SlowClock.OutOfRange unreachable) {
                return false;
            }
            if (expected.refusedAt < 0) {
                assertSame(seed, story, Engine.clocks(promises, story, random.now), expected.clocks, random.now);
                return true;
            }
            assertThat(refusedAt(promises, story, random.now)).as("refused event of story %d", seed).isEqualTo(expected.refusedAt);
            List<Event> rest = new ArrayList<>(story.events());
            rest.remove(expected.refusedAt);
            story = new Story(story.priority(), story.category(), story.asset(), story.createdAt(), rest);
        }
    }

    private static int refusedAt(Promises promises, Story story, Instant now) {
        try {
            Engine.clocks(promises, story, now);
            return -1;
        } catch (StoryRefused refused) {
            return refused.index();
        }
    }

    private static void assertSame(long seed, Story story, List<Clock> clocks, List<SlowClock> expected, Instant now) {
        assertThat(clocks).as("clocks of story %d: %s", seed, story).hasSameSizeAs(expected);
        for (int i = 0; i < clocks.size(); i++) {
            assertThat(facts(clocks.get(i), expected.get(i).due)).as("clock %d of story %d until %s: %s", i, seed, now, story).isEqualTo(facts(expected.get(i), now));
        }
    }

    private static String facts(Clock clock, Long expectedDue) {
        boolean beyond = expectedDue != null && expectedDue == -1;
        Object due = clock.dueAt() == null ? beyond ? "beyond" : null : beyond ? "beyond" : clock.dueAt().getEpochSecond();
        StringBuilder pattern = new StringBuilder();
        long used = 0;
        Segment.State last = null;
        for (Segment segment : clock.segments()) {
            used += segment.businessSeconds();
            if (segment.state() != last) pattern.append(segment.from().getEpochSecond()).append(segment.state().word().charAt(0)).append(' ');
            last = segment.state();
        }
        assertThat(used).isEqualTo(clock.consumedSeconds());
        return clock.kind() + " " + clock.instance() + " target " + clock.targetSeconds() + " budget " + clock.budgetSeconds() + " used " + clock.consumedSeconds()
                + " " + clock.state() + " " + clock.verdict() + " from " + clock.startedAt().getEpochSecond() + " to " + (clock.stoppedAt() == null ? -1 : clock.stoppedAt().getEpochSecond())
                + " due " + due + " " + pattern;
    }

    private static String facts(SlowClock clock, Instant now) {
        Long target = clock.target();
        boolean open = clock.stop < 0;
        Object due = clock.due == null ? null : clock.due == -1 ? "beyond" : clock.due;
        String state = open ? clock.isPaused(now.getEpochSecond()) ? "PAUSED" : "RUNNING"
                : clock.ended != null ? clock.ended : target == null ? "STOPPED" : clock.missed ? "MISSED" : "MET";
        String verdict = clock.missed ? "MISSED" : state.equals("MET") ? "MET" : "null";
        return clock.kind + " " + clock.instance + " target " + target + " budget " + clock.budget() + " used " + clock.consumed
                + " " + state + " " + verdict + " from " + clock.start + " to " + clock.stop + " due " + due + " " + clock.pattern;
    }
}
