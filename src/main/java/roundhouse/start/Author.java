package roundhouse.start;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import roundhouse.assets.AssetView;
import roundhouse.identity.Person;
import roundhouse.sla.Calendar;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tickets.Category;
import roundhouse.tickets.Hold;
import roundhouse.tickets.Resolution;
import roundhouse.tickets.Submission;

/** Makes up what happened at one client in the last twelve months: the same each time for the same client, day and chance. */
final class Author {

    private static final int DAYS = 365;
    /** What stands open was asked in these days, what nobody has looked at in the last one. */
    private static final Map<Priority, Integer> RECENT = Map.of(Priority.P1, 1, Priority.P2, 2, Priority.P3, 6, Priority.P4, 12);
    private static final int UNTOUCHED = 22;

    private final Scene scene;
    private final Storybook book;
    private final RandomGenerator chance;
    private final Instant now;
    private final List<Tale> tales;

    Author(Scene scene, Storybook book, RandomGenerator chance, Instant now) {
        this.scene = scene;
        this.book = book;
        this.chance = chance;
        this.now = now;
        this.tales = book.fitting(scene.tenant().locale(), scene.categories().stream().map(Category::slug).toList()).stream()
                .filter(tale -> tale.assets().isEmpty() || scene.assets().stream().anyMatch(asset -> tale.assets().contains(asset.type()))).toList();
    }

    /** @param count of all @param open of those that are not over yet. @return in the order in which they were asked */
    List<Plot> write(int count, int open) {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < count && !tales.isEmpty(); i++) {
            boolean stays = i < open;
            plots.add(plot(stays, i));
        }
        plots.sort(Comparator.comparing(plot -> plot.opener().at()));
        return plots;
    }

    private Plot plot(boolean stays, int place) {
        Tale tale = weighted(tales, Tale::weight);
        Category category = oneOf(scene.categories().stream().filter(each -> tale.categories().contains(each.slug())).toList());
        Priority priority = priority(tale);
        Person requester = weighted(scene.requesters().isEmpty() ? scene.people() : scene.requesters(), Scene::weight);
        if (stays && place < 3) {
            requester = scene.named("alice", scene.named("milton", requester));
        }
        AssetView asset = asset(tale, requester).orElse(null);
        String tag = asset == null ? null : asset.tag();
        Calendar calendar = scene.calendar(priority, category.slug(), tag);
        int state = stays && place < 3 ? new int[] {5, 40, 70}[place] : chance.nextInt(100);
        Instant asked = asked(calendar, !stays ? DAYS : state < UNTOUCHED ? 1 : RECENT.get(priority));
        Person technician = technician(category);
        Words words = new Words(scene, requester, technician, asset, category, chance, book, tale.language());
        int version = chance.nextInt(tale.bodies().size());
        List<String> subjects = new ArrayList<>();
        for (int i = version; i < tale.subjects().size(); i += tale.bodies().size()) {
            subjects.add(tale.subjects().get(i));
        }
        String subject = words.fill(subjects.isEmpty() ? tale.subjects().get(0) : oneOf(subjects));
        Submission submission = new Submission(subject, words.fill(tale.bodies().get(version)), priority, category.slug(), tag, requester.user(),
                words.answers(category, asset, asked.atZone(scene.tenant().zone()).toLocalDate()));
        Plot.Draft draft = new Plot.Draft(asked, now);
        Course course = new Course(tale, version, requester, technician, calendar, words);
        if (stays) {
            standing(course, asked, draft, state, place < 3);
        } else {
            whole(course, asked, draft);
        }
        return new Plot(submission, Plot.by(tale.byStaff() ? technician : requester, asked), draft.steps());
    }

    private record Course(Tale tale, int version, Person requester, Person technician, Calendar calendar, Words words) {
    }

    /** From the first word to the end, and now and then once more. */
    private void whole(Course of, Instant asked, Plot.Draft draft) {
        Tale tale = of.tale();
        Instant first = after(of.calendar(), asked, tale.respond() * pace());
        Instant last = first(of, asked, first, draft);
        if (chance.nextInt(100) < 55) {
            last = after(of.calendar(), last, 10 + chance.nextInt(60));
            String note = of.words().fill(Tale.at(tale.notes(), of.version()));
            draft.then(of.technician(), last, (tickets, ticket, by) -> tickets.note(ticket, note, by));
        }
        last = waiting(of, last, draft);
        Instant end = after(of.calendar(), asked, tale.resolve() * pace());
        end = end.isAfter(last) ? end : after(of.calendar(), last, 15 + chance.nextInt(90));
        if (!resolved(of, end, draft)) {
            return;
        }
        int after = chance.nextInt(100);
        if (after < 5) {
            Instant back = end.plus(Duration.ofMinutes(120 + chance.nextInt(2_400)));
            String again = of.words().said("again");
            draft.then(of.requester(), back, (tickets, ticket, by) -> tickets.reply(ticket, again, by));
            resolved(of, after(of.calendar(), back, 60 + chance.nextInt(240)), draft);
        }
    }

    /** Somebody takes it and says the first word: hello, a question that is answered, or a call. @return when that was over */
    private Instant first(Course of, Instant asked, Instant first, Plot.Draft draft) {
        Tale tale = of.tale();
        Instant taken = first.minus(Duration.ofMinutes(2)).isAfter(asked) ? first.minus(Duration.ofMinutes(2)) : first;
        String user = of.technician().user();
        draft.then(of.technician(), taken, (tickets, ticket, by) -> tickets.assign(ticket, user, by));
        int how = chance.nextInt(100);
        if (how < 40 && !tale.questions().isEmpty() && tale.holds().contains(HoldReason.CLIENT)) {
            String question = of.words().fill(Tale.at(tale.questions(), of.version()));
            String answer = of.words().fill(Tale.at(tale.answers(), of.version()));
            Instant answered = after(of.calendar(), first, 8 + (int) (chance.nextDouble() * chance.nextDouble() * 600));
            draft.then(of.technician(), first, (tickets, ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.CLIENT, question, null), by));
            draft.then(of.requester(), answered, (tickets, ticket, by) -> tickets.reply(ticket, answer, by));
            return answered;
        }
        if (how < 48) {
            String call = of.words().said("calls");
            draft.then(of.technician(), first, (tickets, ticket, by) -> tickets.call(ticket, call, by));
        } else {
            String hello = of.words().said("greetings");
            draft.then(of.technician(), first, (tickets, ticket, by) -> tickets.reply(ticket, hello, by));
        }
        return first;
    }

    private Instant waiting(Course of, Instant last, Plot.Draft draft) {
        List<HoldReason> reasons = of.tale().holds().stream().filter(reason -> reason != HoldReason.CLIENT).toList();
        if (reasons.isEmpty() || chance.nextInt(100) >= 16) {
            return last;
        }
        HoldReason reason = oneOf(reasons);
        Instant held = after(of.calendar(), last, 10 + chance.nextInt(40));
        Instant resumed = after(of.calendar(), held, 60 + chance.nextInt(900));
        String note = of.words().said(reason.word());
        draft.then(of.technician(), held, (tickets, ticket, by) -> tickets.note(ticket, note, by));
        draft.then(of.technician(), held.plusSeconds(40), (tickets, ticket, by) -> tickets.hold(ticket, new Hold(reason, null, null), by));
        draft.then(of.technician(), resumed, (tickets, ticket, by) -> tickets.resume(ticket, by));
        return resumed;
    }

    private boolean resolved(Course of, Instant end, Plot.Draft draft) {
        List<Tale.Ending> good = of.tale().endings().stream().filter(Tale.Ending::isGood).toList();
        List<Tale.Ending> other = of.tale().endings().stream().filter(ending -> !ending.isGood()).toList();
        boolean otherwise = good.isEmpty() || !other.isEmpty() && chance.nextInt(100) < 18;
        Tale.Ending ending = otherwise ? oneOf(other) : good.get(Math.min(of.version(), good.size() - 1));
        Resolution resolution = new Resolution(of.words().fill(ending.summary()), ending.code(), null);
        int minutes = 5 * (1 + chance.nextInt(Math.max(2, Math.min(24, of.tale().resolve() / 20))));
        boolean billable = chance.nextInt(4) > 0;
        if (chance.nextInt(100) < 60) {
            draft.then(of.technician(), end.minusSeconds(90), (tickets, ticket, by) -> tickets.spend(ticket, minutes, "work", billable, by));
        }
        return draft.then(of.technician(), end, (tickets, ticket, by) -> tickets.resolve(ticket, resolution, by));
    }

    /** One that stands open now: untouched, in work, or waiting for each reason that there is. */
    private void standing(Course of, Instant asked, Plot.Draft draft, int state, boolean forTheCast) {
        if (state < UNTOUCHED) {
            return;
        }
        Instant first = after(of.calendar(), asked, of.tale().respond() * pace());
        if (state < 66) {
            Instant said = first(of, asked, first, draft);
            if (chance.nextInt(100) < 50) {
                String note = of.words().fill(Tale.at(of.tale().notes(), of.version()));
                draft.then(of.technician(), said.plusSeconds(1_500), (tickets, ticket, by) -> tickets.note(ticket, note, by));
            }
            return;
        }
        String user = of.technician().user();
        draft.then(of.technician(), first, (tickets, ticket, by) -> tickets.assign(ticket, user, by));
        HoldReason reason = forTheCast || of.tale().questions().isEmpty() ? HoldReason.CLIENT : reason();
        if (reason == HoldReason.CLIENT && !of.tale().questions().isEmpty()) {
            String question = of.words().fill(Tale.at(of.tale().questions(), of.version()));
            draft.then(of.technician(), first.plusSeconds(180), (tickets, ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.CLIENT, question, null), by));
            return;
        }
        String hello = of.words().said("greetings");
        String note = of.words().said(reason == HoldReason.CLIENT ? "calls" : reason.word());
        Instant until = reason == HoldReason.SCHEDULED ? now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(20 + chance.nextInt(90))) : null;
        draft.then(of.technician(), first.plusSeconds(60), (tickets, ticket, by) -> tickets.reply(ticket, hello, by));
        draft.then(of.technician(), first.plusSeconds(900), (tickets, ticket, by) -> tickets.note(ticket, note, by));
        draft.then(of.technician(), first.plusSeconds(960), (tickets, ticket, by) -> tickets.hold(ticket, new Hold(reason, null, until), by));
    }

    private HoldReason reason() {
        int dice = chance.nextInt(100);
        return dice < 42 ? HoldReason.CLIENT : dice < 62 ? HoldReason.VENDOR : dice < 76 ? HoldReason.SCHEDULED : dice < 88 ? HoldReason.MONITORING
                : dice < 94 ? HoldReason.DUPLICATE : HoldReason.WRONG_CLIENT;
    }

    /** Most people ask in business hours, more in the morning; some in the evening. */
    private Instant asked(Calendar calendar, int days) {
        ZoneId zone = scene.tenant().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        double back = days == DAYS ? chance.nextDouble() : chance.nextDouble() * chance.nextDouble();
        LocalDate day = today.minusDays((long) (back * days));
        for (int tries = 0; tries < 8; tries++, day = day.minusDays(1)) {
            Instant begin = day.atStartOfDay(zone).toInstant();
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
            long open = calendar.businessSeconds(begin, end.isBefore(now) ? end : now);
            Instant asked = open > 0 && chance.nextInt(100) < 90
                    ? calendar.addBusiness(begin, 1 + (long) (open * Math.min(chance.nextDouble(), 0.15 + chance.nextDouble()))).orElse(begin)
                    : begin.plusSeconds(6 * 3_600 + chance.nextInt(16 * 3_600));
            if (asked.isBefore(now.minusSeconds(60)) && (open > 0 || chance.nextInt(100) < 12)) {
                return asked.truncatedTo(ChronoUnit.SECONDS);
            }
        }
        return now.minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Mostly quicker or slower by half, at times much slower: those are the misses. */
    private double pace() {
        double pace = 0.35 + chance.nextDouble() * 1.1;
        return chance.nextInt(100) < 7 ? pace * (3 + chance.nextDouble() * 4) : pace;
    }

    private static Instant after(Calendar calendar, Instant from, double minutes) {
        return calendar.addBusiness(from, Math.max(60, (long) (minutes * 60))).orElse(from.plusSeconds(3_600));
    }

    private Priority priority(Tale tale) {
        List<Priority> all = tale.priorities().keySet().stream().sorted().toList();
        return weighted(all, tale.priorities()::get);
    }

    private Person technician(Category category) {
        List<Person> line = scene.technicians().stream().filter(person -> String.valueOf(person.tier()).equals(category.tier().word())).toList();
        return weighted(line.isEmpty() || chance.nextInt(100) < 25 ? scene.technicians() : line, Scene::weight);
    }

    private Optional<AssetView> asset(Tale tale, Person requester) {
        List<AssetView> fitting = scene.assets().stream().filter(asset -> tale.assets().contains(asset.type())).toList();
        List<AssetView> own = fitting.stream().filter(asset -> requester.user().equals(asset.owner())).toList();
        List<AssetView> shared = fitting.stream().filter(asset -> asset.owner() == null).toList();
        List<AssetView> nearest = !own.isEmpty() ? own : !shared.isEmpty() ? shared : fitting;
        return nearest.isEmpty() ? Optional.empty() : Optional.of(oneOf(nearest));
    }

    private <T> T oneOf(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private <T> T weighted(List<T> all, ToIntFunction<T> weight) {
        int left = chance.nextInt(all.stream().mapToInt(weight).sum());
        for (T each : all) {
            left -= weight.applyAsInt(each);
            if (left < 0) {
                return each;
            }
        }
        throw new IllegalStateException("Weights do not add up");
    }
}
