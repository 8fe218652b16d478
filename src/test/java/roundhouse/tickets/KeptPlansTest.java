package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.tenancy.Batch;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** A plan that is kept for all of a client's rows goes to those that are meant, where the table has no partitions and its rows are thousands. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class KeptPlansTest {

    private static final Pattern LED = Pattern.compile("Index Cond: .*ticket_id = ANY");

    @Inject
    Units units;
    @Inject
    Session entities;

    @Test
    void whatIsNoLongerToRingIsFoundByItsTicket() {
        assertThat(plan(Timers.UNSET, List.of("uuid"))).containsPattern(LED);
    }

    @Test
    void soIsWhatTheQueueShowsOtherwise() {
        assertThat(plan(Outlooks.QUEUE, Outlooks.QUEUE_TYPES)).containsPattern(LED);
    }

    /** That the pattern would tell. */
    @Test
    void aJoinReadsAllOfTheClient() {
        assertThat(plan("with finished as (select unnest(%s) id) delete from timer where tenant_id = ? and ticket_id in (select id from finished)", List.of("uuid")))
                .doesNotContainPattern(LED);
    }

    /** As it would be kept for a table that is large. */
    private String plan(String sql, List<String> types) {
        int[] place = {0};
        String numbered = Pattern.compile("\\?").matcher(Batch.withArrays(sql, types)).replaceAll((MatchResult parameter) -> "\\$" + ++place[0]);
        return units.inside(Cast.acme().id(), Side.STAFF, 1, () -> entities.doReturningWork(connection -> explained(connection, numbered, place[0])));
    }

    private static String explained(Connection connection, String sql, int parameters) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_bitmapscan = off");
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare kept as " + sql);
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("explain execute kept(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            statement.execute("deallocate kept");
            return plan.toString();
        }
    }
}
