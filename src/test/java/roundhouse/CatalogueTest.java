package roundhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself says of our tables after every migration. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class CatalogueTest {

    /** Tables without a tenant_id, and why they may be. */
    private static final Map<String, String> WITHOUT_TENANT = Map.of(
            "tie", "which column of which partitioned table points at which: no client's data",
            "ended_session", "session numbers of Keycloak's, read at sign-in before there is a tenant",
            "keycloak_keys", "Keycloak's public keys, read before there is a tenant",
            "databasechangelog", "Liquibase's own",
            "databasechangeloglock", "Liquibase's own");

    /** Unique keys that do not begin with tenant_id, and why they leak nothing that is not known. */
    private static final Map<String, String> GLOBAL_KEYS = Map.of(
            "tenant_slug_key", "the name of a client in addresses, chosen by the provider",
            "tenant_prefix_key", "the prefix of references, chosen by the provider",
            "host_pkey", "a host name is global in the world",
            "person_pkey", "a number that nobody is shown",
            "person_user_name_key", "one realm, one name",
            "person_subject_key", "as Keycloak has it",
            "personal_token_hash_key", "256 random bits");

    @BeforeEach
    void partitionsStand() {
        Cast.acme();
        Cast.initech();
    }

    @Test
    void everyTableWithATenantIsFencedByForceAndAPolicyForEachCommand() {
        assertThat(rows("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
                  and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r' and p.polpermissive and 'roundhouse_app'::regrole = any (p.polroles))
                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'a' and 'roundhouse_app'::regrole = any (p.polroles))
                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'w' and 'roundhouse_app'::regrole = any (p.polroles))
                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'd' and 'roundhouse_app'::regrole = any (p.polroles)))"""))
                .isEmpty();
    }

    @Test
    void everyTableWithoutATenantHasItsReason() {
        assertThat(rows("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)"""))
                .isSubsetOf(WITHOUT_TENANT.keySet());
    }

    @Test
    void writingPoliciesNameTheTenantThatMayBeWritten() {
        assertThat(rows("""
                select c.relname || ' ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
                where 'roundhouse_app'::regrole = any (p.polroles) and p.polcmd in ('a', 'w', 'd')
                  and coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') not like '%app_tenant()%'"""))
                .isEmpty();
    }

    @Test
    void everyLeafIsClosedAndTiedLikeItsSiblings() {
        assertThat(rows("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname ~ '^tenant_[0-9]{6}$' and c.relkind = 'r'
                  and (not c.relrowsecurity or exists (select from pg_policy p where p.polrelid = c.oid)
                    or exists (select from aclexplode(c.relacl) g where g.grantee <> c.relowner))""")).as("open leaves").isEmpty();
        assertThat(rows("select nspname from pg_namespace where nspname ~ '^tenant_' and has_schema_privilege('roundhouse_app', oid, 'usage')"))
                .as("schemas that the application may enter").isEmpty();
        assertThat(rows("""
                select n.nspname || ' lacks ' || t.child || '.' || t.child_column from tie t
                cross join pg_namespace n
                where n.nspname ~ '^tenant_[0-9]{6}$' and not exists (
                  select from pg_constraint k join pg_class c on c.oid = k.conrelid
                  where c.relnamespace = n.oid and c.relname = t.child and k.contype = 'f' and k.conname = t.child || '_' || t.child_column || '_fkey')"""))
                .as("foreign keys").isEmpty();
        assertThat(rows("""
                select n.nspname || ' lacks ' || p.relname from pg_class p join pg_partitioned_table t on t.partrelid = p.oid
                cross join pg_namespace n
                where n.nspname ~ '^tenant_[0-9]{6}$'
                  and not exists (select from pg_class l where l.relnamespace = n.oid and l.relname = p.relname)""")).as("leaves").isEmpty();
    }

    @Test
    void keysBeginWithTheTenant() {
        assertThat(rows("""
                select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
                where x.indisunique and c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                  and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) <> 'tenant_id'"""))
                .isSubsetOf(GLOBAL_KEYS.keySet());
    }

    @Test
    void theApplicationOwnsNothingAndIsGrantedNoLeaf() {
        assertThat(rows("select relname from pg_class where relowner = 'roundhouse_app'::regrole")).isEmpty();
        assertThat(rows("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
                where g.grantee = 'roundhouse_app'::regrole and n.nspname <> 'public'""")).isEmpty();
        assertThat(rows("select rolname from pg_roles where rolname like 'roundhouse%' and (rolbypassrls or rolsuper)")).isEmpty();
    }

    @Test
    void theTrailCanOnlyBeReadAndAddedTo() {
        assertThat(rows("""
                select g.privilege_type from pg_class c, aclexplode(c.relacl) g
                where c.relname = 'entry' and c.relnamespace = 'public'::regnamespace and g.grantee = 'roundhouse_app'::regrole"""))
                .containsExactlyInAnyOrder("SELECT", "INSERT");
    }

    @Test
    void viewsAndFunctionsKeepTheFence() {
        assertThat(rows("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
                  and not coalesce(reloptions @> array['security_invoker=true'], false)""")).as("views").isEmpty();
        assertThat(rows("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm'")).as("materialised views").isEmpty();
        assertThat(rows("""
                select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
                  and not exists (select from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=%')""")).as("search_path").isEmpty();
        assertThat(rows("""
                select p.proname from pg_proc p, aclexplode(p.proacl) g
                where p.pronamespace = 'public'::regnamespace and p.prosecdef and g.grantee = 0""")).as("definer functions for everybody").isEmpty();
    }

    private static List<String> rows(String sql) {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
