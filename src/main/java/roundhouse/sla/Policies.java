package roundhouse.sla;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What the client of the open unit of work was promised. Until policies are stored, nothing is. */
@ApplicationScoped
public class Policies {

    /** @param asOf the promises that stood at this instant */
    public Promises promises(Instant asOf) {
        return new Promises("this client", Terms.SILENT, Terms.SILENT);
    }
}
