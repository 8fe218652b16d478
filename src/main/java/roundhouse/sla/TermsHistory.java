package roundhouse.sla;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The versions of one calendar or policy of the client of the open unit of work, and what each changed. */
@ApplicationScoped
class TermsHistory {

    private final TermsVersions versions;
    private final Sections sections;

    TermsHistory(TermsVersions versions, Sections sections) {
        this.versions = versions;
        this.sections = sections;
    }

    /** Newest first. */
    List<TermsVersion> of(TermsView.Of of, Party party, String name) {
        List<TermsVersion> told = new ArrayList<>();
        Map<String, String> before = null;
        for (TermsVersions.Version kept : versions.all(of.table())) {
            if (!kept.isOf(party) || !kept.name().equals(name)) {
                continue;
            }
            Map<String, String> words = of == TermsView.Of.CALENDARS ? Wording.of(sections.calendar(kept).timetable()) : Wording.of(sections.policy(kept));
            told.add(new TermsVersion(kept.version(), kept.createdAt(), kept.madeBy(), before == null ? List.of() : Difference.between(before, words)));
            before = words;
        }
        Collections.reverse(told);
        return told;
    }
}
