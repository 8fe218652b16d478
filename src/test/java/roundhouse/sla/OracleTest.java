package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The engine against a second implementation that counts second by second. The usual tests tell some thousands of stories, the profile
 * {@code oracle} a million; {@code -Doracle.seed=42 -Doracle=1} tells one again.
 */
class OracleTest {
    private static final int STORIES = Integer.getInteger("oracle", 2_000);
    private static final int FOLLOWED = 80;

    @Test
    void bothTellTheSameOfEveryStory() {
        long first = Long.getLong("oracle.seed", System.currentTimeMillis() * 1_000);
        long begun = System.nanoTime();
        long followed = LongStream.range(first, first + STORIES).parallel().filter(OracleTest::compare).count();
        System.out.printf("The engine and the oracle told %,d stories from seed %d on, %,d to their end, without a difference, in %d s%n", STORIES, first, followed,
                (System.nanoTime() - begun) / 1_000_000_000);
        assertThat(followed * 100).as("stories that the oracle could follow to their end").isGreaterThan((long) STORIES * FOLLOWED - 100);
    }

    /** Whether the oracle could follow: its calendars reach a few days only. */
    static boolean compare(long seed) {
        try {
            return isFollowed(seed);
        } catch (AssertionError | RuntimeException difference) {
            throw new AssertionError("Story " + seed + " (again with -Doracle.seed=" + seed + " -Doracle=1): " + difference.getMessage(), difference);
        }
    }

    private static boolean isFollowed(long seed) {
        RandomStory random = new RandomStory(seed);
        long base = random.story.createdAt().getEpochSecond() - 3 * 86_400;
        List<Timeline.Edition> editions = new ArrayList<>();
        List<SlowTerms> slow = new ArrayList<>();
        for (RandomStory.Edit edit : random.edits) {
            Map<String, Calendar> calendars = new HashMap<>();
            Map<String, SlowCalendar> slowCalendars = new HashMap<>();
            edit.timetables().forEach((name, timetable) -> {
                calendars.put(name, new Calendar(name, 1, timetable));
                slowCalendars.put(name, new SlowCalendar(timetable, Instant.ofEpochSecond(base), random.now.plus(Duration.ofDays(9))));
            });
            editions.add(new Timeline.Edition(edit.since(), new Promises("ACME", new Terms(calendars, List.of(edit.usual(), edit.special())), Terms.SILENT)));
            slow.add(new SlowTerms(edit.since().getEpochSecond(), edit.special(), edit.usual(), slowCalendars));
        }
        Timeline promises = new Timeline(editions);
        Story story = random.story;
        while (true) {
            SlowStory expected;
            try {
                expected = new SlowStory(story, slow, base, random.now);
            } catch (SlowClock.OutOfRange unreachable) {
                return false;
            }
            if (expected.refusedAt < 0) {
                assertSame(seed, story, Engine.clocks(promises, story, random.now), expected.clocks, random.now);
                return true;
            }
            assertThat(refusedAt(promises, story, random.now)).as("refused event of story %d: %s", seed, story).isEqualTo(expected.refusedAt);
            List<Event> rest = new ArrayList<>(story.events());
            rest.remove(expected.refusedAt);
            story = new Story(story.priority(), story.category(), story.asset(), story.createdAt(), rest);
        }
    }

    private static int refusedAt(Timeline promises, Story story, Instant now) {
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
        Long target = clock.target(now.getEpochSecond());
        boolean open = clock.stop < 0;
        Object due = clock.due == null ? null : clock.due == -1 ? "beyond" : clock.due;
        String state = open ? clock.isPaused(now.getEpochSecond()) ? "PAUSED" : "RUNNING"
                : clock.ended != null ? clock.ended : target == null ? "STOPPED" : clock.missed ? "MISSED" : "MET";
        String verdict = clock.missed ? "MISSED" : state.equals("MET") ? "MET" : "null";
        return clock.kind + " " + clock.instance + " target " + target + " budget " + clock.budget(now.getEpochSecond()) + " used " + clock.consumed
                + " " + state + " " + verdict + " from " + clock.start + " to " + clock.stop + " due " + due + " " + clock.pattern;
    }
}
