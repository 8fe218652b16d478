package roundhouse.sla;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;

/** One policy of {@code sla.yaml}. */
final class PolicySection {
    private static final Set<String> FIELDS = Set.of("name", "calendar", "default", "match", "reopenWithin", "grace", "longestHold", "pauses", "targets", "warn");
    private static final Map<String, Kind> KINDS = Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::word, Function.identity()));
    private static final Set<String> PRIORITIES = Arrays.stream(Priority.values()).map(Priority::name).collect(Collectors.toSet());
    private static final Set<String> ROW = Stream.concat(KINDS.keySet().stream(), Stream.of("calendar")).collect(Collectors.toSet());

    private final Mistakes mistakes;
    private final String path;
    private final Set<String> calendars;
    private final YamlPart part;
    private final Map<String, YamlPart> fields;

    /** @param calendars null: any */
    private PolicySection(YamlPart part, String path, Set<String> calendars, Mistakes mistakes) {
        this.part = part;
        this.path = path;
        this.calendars = calendars;
        this.mistakes = mistakes;
        this.fields = mistakes.fields(part, path, FIELDS);
    }

    /** One that was kept: its calendars were looked up then. */
    static Policy read(YamlPart part, Mistakes mistakes) {
        return new PolicySection(part, "", null, mistakes).read();
    }

    /** Empty where there were mistakes. @param calendars the names that it may refer to */
    static Optional<Policy> read(YamlPart part, String path, Set<String> calendars, Mistakes mistakes) {
        int before = mistakes.count();
        Policy policy = new PolicySection(part, path, calendars, mistakes).read();
        return mistakes.count() == before ? Optional.of(policy) : Optional.empty();
    }

    private Policy read() {
        Optional<String> name = text("name");
        if (name.isEmpty()) {
            mistakes.at(part, field("name"), "write a name, as in standard");
        }
        String calendar = calendar(fields.get("calendar"), field("calendar"));
        return new Policy(name.orElse(""), 0, calendar, match(), elapsed("reopenWithin", Policy.REOPEN_WITHIN), grace(),
                elapsed("longestHold", null), pauses(), rows(calendar), warnings());
    }

    private Match match() {
        boolean isDefault = text("default").filter(this::isTrue).isPresent();
        YamlPart match = fields.get("match");
        if (isDefault == (match != null)) {
            mistakes.at(match == null ? part : match, field("match"), "write either default: true or match: {category: email} or match: {asset: SRV-01}");
            return new Match.Default();
        }
        if (isDefault) {
            return new Match.Default();
        }
        Map<String, YamlPart> by = mistakes.fields(match, field("match"), Set.of("asset", "category"));
        Optional<String> asset = mistakes.text(by.get("asset"), field("match.asset"));
        Optional<String> category = mistakes.text(by.get("category"), field("match.category"));
        if (asset.isPresent() == category.isPresent()) {
            mistakes.at(match, field("match"), "write either {category: email} or {asset: SRV-01}");
        }
        return asset.<Match>map(Match.Asset::new).orElseGet(() -> new Match.Category(category.orElse("")));
    }

    private boolean isTrue(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            mistakes.at(fields.get("default"), field("default"), "write true or false");
        }
        return word.equals("true");
    }

    private Map<Priority, Policy.Row> rows(String calendar) {
        Map<Priority, Policy.Row> rows = new EnumMap<>(Priority.class);
        YamlPart targets = fields.get("targets");
        if (isNone(targets)) {
            for (Priority priority : Priority.values()) {
                rows.put(priority, nothing());
            }
            return rows;
        }
        if (Mistakes.isAbsent(targets)) {
            mistakes.at(part, field("targets"), "write what is promised, as in {P1: {resolution: 4h}}, or none");
        }
        mistakes.fields(targets, field("targets"), PRIORITIES).forEach((word, row) -> Priority.named(word)
                .ifPresent(priority -> rows.put(priority, row(row, field("targets." + word), calendar))));
        return rows;
    }

    private Policy.Row row(YamlPart row, String rowPath, String policyCalendar) {
        if (isNone(row)) {
            return nothing();
        }
        Map<Kind, Target> targets = new EnumMap<>(Kind.class);
        Map<String, YamlPart> written = mistakes.fields(row, rowPath, ROW);
        String calendar = calendar(written.get("calendar"), rowPath + ".calendar");
        written.forEach((word, value) -> {
            if (KINDS.containsKey(word)) {
                target(value, rowPath + "." + word).ifPresent(target -> targets.put(KINDS.get(word), target));
            }
        });
        boolean promises = targets.values().stream().anyMatch(target -> !(target instanceof Target.None));
        if (promises && calendar == null && policyCalendar == null) {
            mistakes.at(row, rowPath, "time is promised, but by no calendar; write calendar: and its name in the policy");
        }
        return new Policy.Row(calendar, targets);
    }

    private Optional<Target> target(YamlPart value, String valuePath) {
        Optional<Target> target = mistakes.text(value, valuePath).flatMap(Length::target);
        if (target.isEmpty()) {
            mistakes.at(value, valuePath, "this is no target; write 90s, 15m, 4h, 1h30m, 2 days or none, from 1s to a year");
        }
        return target;
    }

    private String calendar(YamlPart value, String valuePath) {
        String name = mistakes.text(value, valuePath).orElse(null);
        if (name != null && calendars != null && !calendars.contains(name)) {
            mistakes.at(value, valuePath, "there is no calendar " + name + "; write one of " + String.join(", ", calendars.stream().sorted().toList()));
        }
        return name;
    }

    private Duration elapsed(String name, Duration usual) {
        return length(name, usual, Length::elapsed, "write a length up to a year, as in 7d or 36h");
    }

    private Duration grace() {
        return length("grace", Policy.GRACE, Length::time, "write business time, as in 30m or 1h");
    }

    private Duration length(String name, Duration usual, Function<String, Optional<Duration>> reading, String advice) {
        if (Mistakes.isAbsent(fields.get(name))) {
            return usual;
        }
        Optional<Duration> length = text(name).flatMap(reading);
        boolean endsAtOnce = name.equals("longestHold") && length.filter(Duration::isZero).isPresent();
        if (length.isEmpty() || endsAtOnce) {
            mistakes.at(fields.get(name), field(name), advice);
        }
        return length.orElse(usual);
    }

    private Set<HoldReason> pauses() {
        if (Mistakes.isAbsent(fields.get("pauses"))) {
            return Policy.PAUSES;
        }
        Set<HoldReason> pauses = EnumSet.noneOf(HoldReason.class);
        for (YamlPart item : mistakes.items(fields.get("pauses"), field("pauses"))) {
            Optional<HoldReason> reason = mistakes.text(item, field("pauses")).flatMap(HoldReason::named);
            reason.ifPresentOrElse(pauses::add, () -> mistakes.at(item, field("pauses"),
                    "this is no reason to hold; write " + Arrays.stream(HoldReason.values()).map(HoldReason::word).collect(Collectors.joining(", "))));
        }
        return pauses;
    }

    private List<Warning> warnings() {
        return mistakes.items(fields.get("warn"), field("warn")).stream().map(this::warning).flatMap(Optional::stream).toList();
    }

    private Optional<Warning> warning(YamlPart item) {
        String text = mistakes.text(item, field("warn")).orElse("");
        Optional<Warning> warning = text.matches("[1-9]\\d?%") ? Optional.of(new Warning.Share(Integer.parseInt(text.substring(0, text.length() - 1))))
                : Length.time(text).filter(time -> !time.isZero()).map(Warning.Before::new);
        if (warning.isEmpty()) {
            mistakes.at(item, field("warn"), "this is no warning; write 1% to 99% of the target, or the time before it is due, as in 15m");
        }
        return warning;
    }

    private static Policy.Row nothing() {
        return new Policy.Row(null, KINDS.values().stream().collect(Collectors.toMap(Function.identity(), kind -> new Target.None())));
    }

    private static boolean isNone(YamlPart value) {
        return value instanceof YamlPart.Scalar scalar && "none".equals(scalar.text());
    }

    private Optional<String> text(String name) {
        return mistakes.text(fields.get(name), field(name));
    }

    private String field(String name) {
        return Mistakes.under(path, name);
    }
}
