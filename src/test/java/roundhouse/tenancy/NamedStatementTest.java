package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedStatementTest {

    private static final Set<String> PARTITIONED = Set.of("ticket", "clock", "entry", "category", "cause");

    @Test
    void theNumberStandsBesideEachParameterThatNamesTheTenant() {
        assertThat(inSeven("select t1_0.id from Ticket t1_0 join person r1_0 on r1_0.person_id=t1_0.requester_id where t1_0.tenant_id=? and t1_0.number=?"))
                .isEqualTo("select t1_0.id from Ticket t1_0 join person r1_0 on r1_0.person_id=t1_0.requester_id where (t1_0.tenant_id=? and t1_0.tenant_id=7) and t1_0.number=?");
        assertThat(inSeven("update ticket set subject = ? where tenant_id = ? and id = ?"))
                .isEqualTo("update ticket set subject = ? where (tenant_id=? and tenant_id=7) and id = ?");
        assertThat(inSeven("delete from cause c where not c.tenant_id = ?")).isEqualTo("delete from cause c where not (c.tenant_id=? and c.tenant_id=7)");
        assertThat(inSeven("select * from clock c join ticket t on t.tenant_id = c.tenant_id and t.id = c.ticket_id where c.tenant_id = ?"))
                .endsWith("where (c.tenant_id=? and c.tenant_id=7)");
        assertThat(inSeven("select t1_0.id from Ticket t1_0 where (t1_0.tenant_id,t1_0.id) in ((?,?)) for no key update of t1_0"))
                .isEqualTo("select t1_0.id from Ticket t1_0 where t1_0.tenant_id=7 and (t1_0.tenant_id,t1_0.id) in ((?,?)) for no key update of t1_0");
        assertThat(inSeven("select 1 from ticket t where t.tenant_id = ? and exists (select 1 from entry e where e.tenant_id = ?)"))
                .contains("(t.tenant_id=? and t.tenant_id=7)").contains("(e.tenant_id=? and e.tenant_id=7)");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select person_id from person where tenant_id = ?",
        "select q.category, q.number from queue q where q.tenant_id = ? order by q.category desc",
        "select q.status, category, cause from queue q where q.tenant_id = ?",
        "insert into entry (tenant_id, id) values (?, ?)",
        "insert into ticket_number (tenant_id, last) values (?, 1) on conflict (tenant_id) do update set last = ticket_number.last + 1",
        "select pg_advisory_xact_lock(hashtext(?), ?)"})
    void whatHasNoPartitionsStaysAsItIs(String sql) {
        assertThat(inSeven(sql)).isEqualTo(sql);
        assertThat(NamedStatement.of(sql, PARTITIONED).in(Unit.across(Reach.of(7, 8), Side.STAFF, 1))).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select about from entry",
        "select e.about from entry as e where e.id = ?",
        "select 1 from ticket t join cause c on c.ticket_id = t.id where t.tenant_id = ?",
        "select 1 from queue q left join Ticket t on t.id = q.ticket_id where q.tenant_id = ?",
        "select 1 from ticket t1_0,clock c1_0 where t1_0.tenant_id=? and c1_0.ticket_id=t1_0.id",
        "select 1 from ticket t where t.tenant_id = ? and exists (select from entry e where e.ticket_id = t.id)",
        "update public.ticket set subject = ? where id = ?",
        "insert into cause (tenant_id) select c.tenant_id from clock c where c.kind = ?",
        "select 1 from ticket t where t.other_tenant_id = ?"})
    void whoeverDoesNotSayWhoseIsRefused(String sql) {
        assertThatThrownBy(() -> inSeven(sql)).hasMessageContaining("does not say whose");
    }

    @Test
    void whatTheServiceDoesByItselfHasOneTextForAllClientsAndIsCheckedAlike() {
        String sql = "select 1 from ticket where tenant_id = ?";
        assertThat(NamedStatement.of(sql, PARTITIONED).in(Unit.inside(7, Side.SYSTEM, 0))).isEqualTo(sql);
        assertThat(Unit.inside(7, Side.SYSTEM, 0).settings()).doesNotContain("plan_cache_mode");
        assertThat(Unit.inside(7, Side.STAFF, 1).settings()).contains("plan_cache_mode=auto");
        assertThatThrownBy(() -> NamedStatement.of("select about from entry", PARTITIONED).in(Unit.inside(7, Side.SYSTEM, 0))).hasMessageContaining("does not say whose");
    }

    @Test
    void acrossClientsNoPartitionIsOpened() {
        assertThatThrownBy(() -> NamedStatement.of("select 1 from ticket where tenant_id = ?", PARTITIONED).in(Unit.across(Reach.of(7, 8), Side.STAFF, 1)))
                .hasMessageContaining("Across clients");
    }

    private static String inSeven(String sql) {
        return NamedStatement.of(sql, PARTITIONED).in(Unit.inside(7, Side.STAFF, 1));
    }
}
