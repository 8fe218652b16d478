package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The oracle: tells a story a second time, written apart from the engine and as plainly as possible. Keeps its own idea of the ticket's state
 * and paints pauses as bits.
 */
final class SlowStory {
    final List<SlowClock> clocks = new ArrayList<>();
    int refusedAt = -1;

    private final List<SlowTerms> edits;
    private SlowTerms terms;
    private final long base;
    private Priority priority;
    private String category;
    private String status = "new";
    private String hold = "";
    private long holdSince;
    private long holdEnds = Long.MAX_VALUE;
    private long resolvedAt;
    private long reopenable;

    /** @param edits in order, the first from ever */
    SlowStory(Story story, List<SlowTerms> edits, long base, Instant now) {
        this.edits = new ArrayList<>(edits.subList(1, edits.size()));
        terms = edits.get(0);
        this.base = base;
        priority = story.priority();
        category = story.category();
        long created = story.createdAt().getEpochSecond();
        while (!this.edits.isEmpty() && this.edits.get(0).since() <= created) terms = this.edits.remove(0);
        begin(Kind.OWN, created);
        begin(Kind.FIRST_RESPONSE, created);
        begin(Kind.RESOLUTION, created);
        Map<Integer, Integer> undone = merges(story.events());
        long last = created;
        int away = -1;
        for (int index = 0; index < story.events().size() && refusedAt < 0; index++) {
            Event event = story.events().get(index);
            long at = event.at().getEpochSecond();
            time(at);
            boolean fine = at >= last && at <= now.getEpochSecond();
            if (undone.containsValue(index)) {
                if (away >= 0 && undone.get(away) == index) away = -1;
                else fine &= away < 0 || ((Event.MergeUndone) event).childCreatedAt() != null;
            } else if (undone.containsKey(index) && event.type().equals("merged_away")) {
                fine &= away < 0 && List.of("new", "open", "pending").contains(status);
                away = index;
            } else if (undone.containsKey(index)) {
                fine &= away < 0 && List.of("new", "open", "pending").contains(status) && !((Event.Merged) event).childCreatedAt().isAfter(event.at());
            } else {
                fine &= away < 0 && happens(event, at);
            }
            if (!fine) refusedAt = index;
            last = at;
        }
        if (refusedAt >= 0) return;
        time(now.getEpochSecond());
        if (!hold.isEmpty()) clocks.forEach(clock -> paint(clock, now.getEpochSecond() + 1));
        for (SlowClock clock : clocks) clock.walk(base, now.getEpochSecond());
        clocks.sort(Comparator.<SlowClock, Integer>comparing(clock -> clock.kind.ordinal()).thenComparing(clock -> clock.instance));
    }

    /** By a merge that is taken back later, when: such a pair changes nothing. */
    private static Map<Integer, Integer> merges(List<Event> events) {
        Map<Integer, Integer> undone = new HashMap<>();
        for (int end = 0; end < events.size(); end++) {
            if (!(events.get(end) instanceof Event.MergeUndone taken)) continue;
            for (int merge = end - 1; merge >= 0; merge--) {
                boolean same = taken.childCreatedAt() == null ? events.get(merge) instanceof Event.MergedAway
                        : events.get(merge) instanceof Event.Merged merged && merged.childCreatedAt().equals(taken.childCreatedAt());
                if (same && !undone.containsKey(merge)) {
                    undone.put(merge, end);
                    break;
                }
            }
        }
        return undone;
    }

    private void time(long at) {
        while (!edits.isEmpty() && edits.get(0).since() <= at) {
            long edited = edits.get(0).since();
            if (holdEnds <= edited) holdIsOver(holdEnds);
            terms = edits.remove(0);
            promiseAnew(edited);
        }
        if (holdEnds <= at) holdIsOver(holdEnds);
        if (status.equals("resolved") && at > reopenable) status = "closed";
    }

    private boolean happens(Event event, long at) {
        boolean solved = status.equals("resolved");
        boolean dead = status.equals("closed") || status.equals("cancelled") || status.equals("merged");
        if (dead) return false;
        boolean wantsWork = List.of("assign", "hold", "priority", "category", "resolve", "handover", "merge", "merged_away").contains(event.type());
        if (wantsWork && solved) return false;
        switch (event.type()) {
            case "assign" -> {
                work();
                stop(Kind.OWN, at, null);
            }
            case "staff_reply", "note_published" -> {
                work();
                word(at, true);
            }
            case "call" -> {
                work();
                word(at, false);
            }
            case "note" -> work();
            case "client_reply" -> {
                if (solved) reopened(at);
                if (hold.equals("client")) holdIsOver(at);
                boolean waits = clocks.stream().anyMatch(clock -> clock.stop < 0 && (clock.kind == Kind.FIRST_RESPONSE || clock.kind == Kind.NEXT_RESPONSE));
                if (!waits) begin(Kind.NEXT_RESPONSE, at);
            }
            case "hold" -> {
                Event.Hold asked = (Event.Hold) event;
                if (asked.until() != null && asked.until().getEpochSecond() <= at) return false;
                if (!hold.isEmpty()) holdIsOver(at);
                if (asked.reason() == HoldReason.CLIENT) word(at, true);
                status = "pending";
                hold = asked.reason().word();
                holdSince = at;
                if (asked.until() != null) holdEnds = asked.until().getEpochSecond();
                Policy ruling = terms.rules(Kind.RESOLUTION, priority, category);
                if (ruling.longestHold() != null) holdEnds = Math.min(holdEnds, at + ruling.longestHold().toSeconds());
            }
            case "resume" -> {
                if (!status.equals("pending")) return false;
                holdIsOver(at);
            }
            case "priority" -> {
                Priority to = ((Event.PriorityChanged) event).to();
                if (to == priority) return true;
                boolean up = to.ordinal() < priority.ordinal();
                priority = to;
                supersede(at, up);
            }
            case "category" -> {
                String to = ((Event.CategoryChanged) event).to();
                if (Objects.equals(to, category)) return true;
                category = to;
                supersede(at, false);
            }
            case "handover" -> {
                work();
                String to = ((Event.HandedOver) event).to();
                stop(Kind.HANDOVER, at, null);
                stop(Kind.VENDOR, at, null);
                begin(to.equals("vendor") ? Kind.VENDOR : Kind.HANDOVER, at);
            }
            case "merge" -> {
                Instant child = ((Event.Merged) event).childCreatedAt();
                if (child.getEpochSecond() > at) return false;
                for (SlowClock clock : clocks) {
                    if (clock.kind != Kind.FIRST_RESPONSE || clock.stop >= 0) continue;
                    clock.inherited = missedAt(clock, at);
                    clock.start = Math.min(clock.start, child.getEpochSecond());
                }
            }
            case "merged_away" -> {
                if (!hold.isEmpty()) holdIsOver(at);
                for (SlowClock clock : clocks) {
                    if (clock.stop >= 0) continue;
                    boolean late = missedAt(clock, at) != null && clock.copyUntil(at).target(at) != null;
                    stop(clock, at, late ? null : "MERGED");
                }
                status = "merged";
            }
            case "unmerge" -> {
                return false;
            }
            case "cancel" -> {
                if (!hold.isEmpty()) holdIsOver(at);
                for (Kind kind : Kind.values()) stop(kind, at, "CANCELLED");
                status = "cancelled";
            }
            case "resolve" -> {
                if (!hold.isEmpty()) holdIsOver(at);
                stop(Kind.RESOLUTION, at, null);
                stop(Kind.HANDOVER, at, null);
                stop(Kind.VENDOR, at, null);
                stop(Kind.PERIODIC_UPDATE, at, "CANCELLED");
                status = "resolved";
                resolvedAt = at;
                reopenable = at + terms.rules(Kind.RESOLUTION, priority, category).reopenWithin().toSeconds();
            }
            case "reopen" -> {
                if (!solved) return false;
                reopened(at);
            }
            default -> throw new IllegalStateException(event.type());
        }
        return true;
    }

    private void promiseAnew(long at) {
        SlowClock resolved = status.equals("resolved") ? lastResolution() : null;
        for (SlowClock clock : clocks) {
            if (clock.stop >= 0 && clock != resolved) continue;
            SlowClock copy = clock.copyUntil(clock.stop < 0 ? at : clock.stop);
            if (missedAt(clock, copy.stop) != null && copy.target(at) != null) continue;
            if (clock.stop < 0) paint(clock, at);
            clock.eras.add(era(clock.kind, at));
            clock.born = Math.max(clock.born, at);
        }
    }

    private SlowClock lastResolution() {
        return clocks.stream().filter(clock -> clock.kind == Kind.RESOLUTION && clock.ended == null).reduce((a, b) -> b).orElseThrow();
    }

    private SlowEra era(Kind kind, long since) {
        return new SlowEra(since, terms.calendar(kind, priority, category), terms.target(kind, priority, category), terms.rules(kind, priority, category));
    }

    private void work() {
        if (status.equals("new")) status = "open";
    }

    /** Staff said something to the client. */
    private void word(long at, boolean written) {
        boolean answers = clocks.stream().anyMatch(clock -> clock.kind == Kind.FIRST_RESPONSE && clock.stop < 0);
        stop(Kind.FIRST_RESPONSE, at, null);
        stop(Kind.NEXT_RESPONSE, at, null);
        if (status.equals("resolved")) return;
        if (answers || written) {
            stop(Kind.PERIODIC_UPDATE, at, null);
            begin(Kind.PERIODIC_UPDATE, at);
        }
    }

    private void reopened(long at) {
        SlowClock resolution = lastResolution();
        resolution.paused.set((int) (resolvedAt - base), (int) (at - base));
        resolution.stop = -1;
        status = "open";
    }

    private void holdIsOver(long at) {
        clocks.forEach(clock -> paint(clock, at));
        hold = "";
        holdEnds = Long.MAX_VALUE;
        status = "open";
    }

    private void paint(SlowClock clock, long until) {
        if (clock.stop >= 0 || hold.isEmpty() || !pauses(clock)) return;
        long from = Math.max(holdSince, clock.born);
        if (from < until) clock.paused.set((int) (from - base), (int) (until - base));
    }

    private boolean pauses(SlowClock clock) {
        if (clock.kind == Kind.RESOLUTION) return clock.lastEra().rules().pauses().stream().anyMatch(reason -> reason.word().equals(hold));
        if (clock.kind == Kind.FIRST_RESPONSE) return hold.equals("wrong_client") || hold.equals("duplicate");
        return clock.kind == Kind.PERIODIC_UPDATE && hold.equals("client");
    }

    private void begin(Kind kind, long start) {
        int instance = 1;
        for (SlowClock clock : clocks) if (clock.kind == kind) instance = Math.max(instance, clock.instance + 1);
        clocks.add(clock(kind, instance, start, start));
    }

    private SlowClock clock(Kind kind, int instance, long start, long born) {
        SlowClock clock = new SlowClock(kind, instance, era(kind, start), start);
        clock.born = born;
        return clock;
    }

    private void supersede(long at, boolean up) {
        for (SlowClock old : List.copyOf(clocks)) {
            if (old.stop >= 0) continue;
            SlowClock successor = clock(old.kind, old.instance, old.start, at);
            stop(old, at, "SUPERSEDED");
            successor.paused.or(old.paused);
            successor.base(base);
            successor.inherited = missedAt(old, at);
            if (up && successor.lastEra().target() != null) {
                successor.graceAt = at;
                successor.grace = successor.lastEra().rules().grace().toSeconds();
            }
            clocks.add(successor);
        }
    }

    private Long missedAt(SlowClock clock, long at) {
        SlowClock copy = clock.copyUntil(at);
        if (clock.stop < 0) paint(copy.open(), at);
        copy.stop = at;
        copy.walk(base, at);
        return copy.handed;
    }

    private void stop(Kind kind, long at, String as) {
        for (SlowClock clock : clocks) if (clock.kind == kind && clock.stop < 0) stop(clock, at, as);
    }

    private void stop(SlowClock clock, long at, String as) {
        paint(clock, at);
        clock.stop = at;
        clock.ended = as;
    }
}
