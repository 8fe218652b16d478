package roundhouse.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;

/**
 * What stands in a {@code sla.yaml}, or in the provider's {@code provider-sla.yaml}.
 *
 * @param calendars the sections as they were written, by name, for keeping
 * @param policies  likewise
 * @param terms     what they mean, all of version 0; silent where there are mistakes
 */
public record SlaFile(Map<String, Object> calendars, Map<String, Object> policies, Terms terms, List<Mistake> mistakes) {

    /**
     * @param file  how mistakes name it
     * @param known names of calendars that stand elsewhere and may be referred to: the provider's
     * @param today each calendar must have hours in the days that follow
     */
    public static SlaFile read(String file, String text, Set<String> known, LocalDate today) {
        Mistakes mistakes = new Mistakes(file);
        Optional<YamlPart> whole = mistakes.read(text);
        if (whole.isEmpty()) {
            return new SlaFile(Map.of(), Map.of(), Terms.SILENT, mistakes.found());
        }
        Map<String, YamlPart> fields = mistakes.fields(whole.get(), "", Set.of("calendars", "policies"));
        Map<String, Object> writtenCalendars = new LinkedHashMap<>();
        Map<String, Calendar> calendars = calendars(fields.get("calendars"), mistakes, today, writtenCalendars);
        Set<String> names = new HashSet<>(known);
        names.addAll(writtenCalendars.keySet());
        Map<String, Object> writtenPolicies = new LinkedHashMap<>();
        List<Policy> policies = policies(fields.get("policies"), mistakes, names, writtenPolicies);
        if (!mistakes.found().isEmpty()) {
            return new SlaFile(Map.of(), Map.of(), Terms.SILENT, mistakes.found());
        }
        return new SlaFile(writtenCalendars, writtenPolicies, new Terms(calendars, policies), List.of());
    }

    private static Map<String, Calendar> calendars(YamlPart part, Mistakes mistakes, LocalDate today, Map<String, Object> written) {
        Map<String, Calendar> calendars = new LinkedHashMap<>();
        mistakes.fields(part, "calendars").forEach((name, section) -> {
            written.put(name, section.plain());
            CalendarSection.read(section, "calendars." + name, mistakes, today)
                    .ifPresent(timetable -> calendars.put(name, new Calendar(name, 0, timetable)));
        });
        return calendars;
    }

    private static List<Policy> policies(YamlPart part, Mistakes mistakes, Set<String> calendars, Map<String, Object> written) {
        List<Policy> policies = new ArrayList<>();
        Map<Match, String> taken = new HashMap<>();
        int number = 0;
        for (YamlPart section : mistakes.items(part, "policies")) {
            String path = "policies[" + number++ + "]";
            PolicySection.read(section, path, calendars, mistakes).ifPresent(policy -> {
                if (written.put(policy.name(), section.plain()) != null) {
                    mistakes.at(section, path + ".name", "there are two policies of the name " + policy.name() + "; rename one");
                }
                String other = taken.put(policy.match(), policy.name());
                if (other != null) {
                    mistakes.at(section, path + ".match", policy.name() + " and " + other + " are for the same tickets; change one or leave it out");
                }
                policies.add(policy);
            });
        }
        return policies;
    }
}
