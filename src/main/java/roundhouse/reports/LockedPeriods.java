package roundhouse.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Units;
import roundhouse.web.Refused;

/** The periods of the client of the open unit of work that were put before it, with the reports that were given. */
@ApplicationScoped
class LockedPeriods {

    private final Units units;
    private final Session entities;
    private final ObjectMapper json;
    private final Trail trail;

    LockedPeriods(Units units, Session entities, ObjectMapper json, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.json = json;
        this.trail = trail;
    }

    /** The earliest first. */
    List<LockedPeriod> all() {
        return entities.createNativeQuery("""
                        select id, first_day, last_day, begins, ends, locked_at, by_name from locked_period
                        where tenant_id = :tenant order by begins""", LockedPeriod.class)
                .setParameter("tenant", units.open().tenant()).getResultList();
    }

    record Given(String report) {
    }

    record Waited(Integer one) {
    }

    SlaReport given(LockedPeriod period) {
        String given = entities.createNativeQuery("select given from locked_period where tenant_id = :tenant and id = :id", Given.class)
                .setParameter("tenant", units.open().tenant()).setParameter("id", period.id()).getSingleResult().report();
        try {
            return json.readValue(given, SlaReport.class).locked(period.lock());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report that was given for " + period.from() + " cannot be read", e);
        }
    }

    /** Refused where the period is not over, or a day of it is locked already. Two at once wait for each other. */
    LockedPeriod claim(Period period, By by) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('locked period'), :tenant)) waited", Waited.class)
                .setParameter("tenant", units.open().tenant()).getSingleResult();
        if (period.end().isAfter(by.at())) {
            throw Refused.field("to", "This period is not over: lock it once its last day, " + period.to() + ", has ended for the client.");
        }
        all().stream().filter(other -> other.span().overlaps(period.span())).findFirst().ifPresent(other -> {
            throw Refused.field("from", "The days " + other.from() + " to " + other.to() + " are locked already, by " + other.lockedBy() + " at "
                    + other.lockedAt() + ". Lock the days that are not.");
        });
        return new LockedPeriod(Key.freshId(), period.from(), period.to(), period.begin(), period.end(), by.at(), by.name());
    }

    void keep(LockedPeriod period, SlaReport given, By by) {
        entities.createNativeMutationQuery("""
                        insert into locked_period (tenant_id, id, first_day, last_day, begins, ends, given, locked_at, person_id, by_user, by_name)
                        values (:tenant, :id, :from, :to, :begins, :ends, :given, :at, :person, :user, :name)""")
                .setParameter("tenant", units.open().tenant()).setParameter("id", period.id()).setParameter("from", period.from())
                .setParameter("to", period.to()).setParameter("begins", period.begins()).setParameter("ends", period.ends())
                .setParameter("given", write(given)).setParameter("at", by.at()).setParameter("person", by.person()).setParameter("user", by.user())
                .setParameter("name", by.name()).executeUpdate();
        trail.record("SLA report", period.from() + " to " + period.to() + " locked", by);
    }

    private String write(SlaReport given) {
        try {
            return json.writeValueAsString(given);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
