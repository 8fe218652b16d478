package roundhouse.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A story that may happen to a ticket, near a change of the clock half of the time, on the minute most of the time. */
final class RandomStory {
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final long FIRST = Instant.parse("2000-01-02T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2037-12-30T00:00:00Z").getEpochSecond();

    final Random random;
    /** What was promised, edit by edit; the first from ever. */
    final List<Edit> edits = new ArrayList<>();
    final Story story;
    final Instant now;

    record Edit(Instant since, Policy special, Policy usual, Map<String, Timetable> timetables) { }

    RandomStory(long seed) {
        random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant around = Instant.ofEpochSecond(FIRST + (long) (random.nextDouble() * (LAST - FIRST)));
        ZoneOffsetTransition transition = random.nextBoolean() ? zone.getRules().nextTransition(around) : null;
        if (transition != null && transition.getInstant().getEpochSecond() < LAST) around = transition.getInstant();
        Instant created = later(around.minusSeconds(random.nextInt(40) * 3600L), 12 * 3600);
        Map<String, Timetable> timetables = Map.of("office", timetable(zone, created),
                "other", timetable(random.nextBoolean() ? zone : ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), created));
        edits.add(new Edit(Instant.EPOCH, policy("special", new Match.Category("special"), 1), policy("usual", new Match.Default(), 1), timetables));
        int length = random.nextInt(3) == 0 ? 96 : 30;
        List<Event> events = new ArrayList<>();
        for (int count = random.nextInt(8); count > 0; count--) events.add(event(later(created, length * 3600)));
        events.sort(Comparator.comparing(Event::at));
        if (!events.isEmpty() && random.nextInt(4) == 0) repeatAnInstant(events);
        takeBackSomeMerges(events, length);
        edit(created, zone, length);
        Instant last = events.isEmpty() ? created : events.get(events.size() - 1).at();
        now = random.nextInt(6) == 0 ? last : later(last, length * 1800);
        story = new Story(priority(), category(), null, created, events);
    }

    private void takeBackSomeMerges(List<Event> events, int length) {
        for (Event event : List.copyOf(events)) {
            boolean away = event instanceof Event.MergedAway;
            if (away && random.nextInt(4) > 0) events.add(new Event.MergeUndone(later(event.at(), length * 1800), null));
            if (event instanceof Event.Merged merged && random.nextInt(3) == 0) {
                events.add(new Event.MergeUndone(later(event.at(), length * 1800), merged.childCreatedAt()));
            }
        }
        events.sort(Comparator.comparing(Event::at));
    }

    private void edit(Instant created, ZoneId zone, int length) {
        for (int count = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0; count > 0; count--) {
            Edit before = edits.get(edits.size() - 1);
            Instant at = later(edits.size() == 1 ? created.minusSeconds(3600) : before.since, length * 1800);
            Map<String, Timetable> timetables = new HashMap<>(before.timetables);
            Policy special = before.special;
            Policy usual = before.usual;
            switch (random.nextInt(5)) {
                case 0 -> timetables.put("office", timetable(zone, created));
                case 1 -> timetables.put("other", timetable(zone, created));
                case 2 -> special = policy("special", special.match(), special.version() + 1);
                case 3 -> usual = policy("usual", usual.match(), usual.version() + 1);
                default -> {
                    timetables.put("office", timetable(zone, created));
                    usual = policy("usual", usual.match(), usual.version() + 1);
                }
            }
            edits.add(new Edit(at, special, usual, timetables));
        }
    }

    private void repeatAnInstant(List<Event> events) {
        int index = random.nextInt(events.size());
        events.add(index + 1, event(events.get(index).at()));
    }

    private Instant later(Instant from, int seconds) {
        long second = from.getEpochSecond() + random.nextInt(seconds);
        int grain = random.nextInt(4) == 0 ? 1 : random.nextBoolean() ? 900 : 1800;
        return Instant.ofEpochSecond(Math.max(from.getEpochSecond(), second - second % grain));
    }

    private Event event(Instant at) {
        return switch (random.nextInt(20)) {
            case 0, 1 -> new Event.StaffReply(at);
            case 2 -> new Event.Call(at);
            case 3 -> new Event.Note(at);
            case 4, 5 -> new Event.ClientReply(at);
            case 6, 7 -> new Event.Hold(at, HoldReason.values()[random.nextInt(6)], random.nextInt(3) == 0 ? later(at, 20 * 3600).plusSeconds(900) : null);
            case 8 -> new Event.Resume(at);
            case 9, 10 -> new Event.Resolve(at);
            case 11 -> new Event.Reopen(at);
            case 12 -> new Event.Assign(at);
            case 13 -> new Event.NotePublished(at);
            case 14, 15 -> new Event.PriorityChanged(at, priority());
            case 16 -> new Event.CategoryChanged(at, category());
            case 17 -> new Event.HandedOver(at, List.of("1", "2", "3", "vendor").get(random.nextInt(4)));
            case 18 -> random.nextInt(3) == 0 ? new Event.MergedAway(at) : new Event.StaffReply(at);
            default -> random.nextInt(4) == 0 ? new Event.Cancelled(at, CancelReason.SPAM) : new Event.Merged(at, at.minusSeconds(random.nextInt(30 * 3600) - 3600));
        };
    }

    private Priority priority() {
        return Priority.values()[random.nextInt(4)];
    }

    private String category() {
        return random.nextInt(3) == 0 ? "special" : random.nextBoolean() ? "usual" : null;
    }

    private Policy policy(String name, Match match, int version) {
        Map<Priority, Policy.Row> rows = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            Map<Kind, Target> targets = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) if (random.nextInt(6) > 0) targets.put(kind, target());
            if (random.nextInt(8) > 0) rows.put(priority, new Policy.Row(random.nextInt(3) == 0 ? "other" : null, targets));
        }
        Set<HoldReason> pauses = new HashSet<>();
        for (HoldReason reason : HoldReason.values()) if (random.nextInt(5) < 2) pauses.add(reason);
        Duration longest = random.nextInt(3) == 0 ? Duration.ofMinutes(30L * (1 + random.nextInt(48))) : null;
        Duration reopen = Duration.ofMinutes(30L * random.nextInt(96));
        return new Policy(name, version, random.nextInt(4) == 0 ? "other" : "office", match, reopen, Duration.ofMinutes(15L * random.nextInt(8)), longest, pauses, rows, List.of());
    }

    private Target target() {
        return switch (random.nextInt(10)) {
            case 0 -> new Target.None();
            case 1 -> new Target.WithinDays(1 + random.nextInt(2));
            case 2 -> new Target.Within(Duration.ofSeconds(1 + random.nextInt(20_000)));
            default -> new Target.Within(Duration.ofMinutes(15L * (1 + random.nextInt(48))));
        };
    }

    private Timetable timetable(ZoneId zone, Instant created) {
        List<Window> day = day();
        Map<DayOfWeek, List<Window>> week = new HashMap<>();
        int closed = random.nextInt(3);
        for (DayOfWeek weekday : DayOfWeek.values()) if (weekday.getValue() <= 7 - closed) week.put(weekday, day);
        Map<LocalDate, List<Window>> dated = new HashMap<>();
        LocalDate first = LocalDate.ofInstant(created, ZoneOffset.UTC).minusDays(1);
        for (int count = random.nextInt(4); count > 0; count--) {
            List<Window> some = day.stream().filter(window -> random.nextInt(3) == 0).toList();
            dated.put(first.plusDays(random.nextInt(7)), some);
        }
        return new Timetable(zone, week, Map.of(), dated);
    }

    /** Windows that follow each other round the clock without overlap, the last perhaps over midnight. */
    private List<Window> day() {
        return switch (random.nextInt(6)) {
            case 0 -> List.of(new Window(0, Window.DAY));
            case 1 -> List.of(new Window(9 * 60, 17 * 60));
            case 2 -> List.of(new Window(22 * 60, 6 * 60));
            default -> anyDay();
        };
    }

    private List<Window> anyDay() {
        Set<Integer> edges = new HashSet<>();
        int grain = random.nextInt(4) == 0 ? 1 : random.nextBoolean() ? 15 : 30;
        int range = random.nextBoolean() ? Window.DAY : 5 * 60;
        int wanted = Math.min(2 * (1 + random.nextInt(6)), range / grain / 2 * 2);
        while (edges.size() < wanted) edges.add(random.nextInt(range / grain) * grain);
        List<Integer> sorted = new ArrayList<>(edges.stream().sorted().toList());
        boolean overMidnight = random.nextInt(3) == 0;
        if (overMidnight) sorted.add(sorted.remove(0));
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += 2) {
            boolean meets = random.nextInt(4) == 0 && i + 2 < sorted.size();
            windows.add(new Window(sorted.get(i), meets ? sorted.get(i + 2) : sorted.get(i + 1)));
        }
        return windows;
    }
}
