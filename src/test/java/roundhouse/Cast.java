package roundhouse;

import io.quarkus.arc.Arc;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import roundhouse.identity.People;
import roundhouse.identity.PersonalTokens;
import roundhouse.identity.PublicAddress;
import roundhouse.identity.Realm;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** The clients that stand in every test: A, B and C. What is B's or C's must never be seen at A. */
public final class Cast {

    private Cast() {
    }

    public static Tenant provider() {
        return tenants().found(Tenant.PROVIDER, "MSP", "Roundhouse Demo MSP", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    }

    public static Tenant acme() {
        return client("acme", "ACME", "ACME Tools", ZoneId.of("Europe/Berlin"), Locale.GERMANY);
    }

    public static Tenant initech() {
        return client("initech", "INIT", "Initech", ZoneId.of("America/New_York"), Locale.US);
    }

    public static Tenant umbrella() {
        return client("umbrella", "UMB", "Umbrella", ZoneId.of("Asia/Tokyo"), Locale.JAPAN);
    }

    public static SignedIn tess() {
        return staff("tess", "Tess Lindqvist", Set.of(Role.TECHNICIAN), 2, acme(), initech());
    }

    public static SignedIn amy() {
        return staff("amy", "Amy Clarke", Set.of(Role.ACCOUNT_MANAGER), null, acme(), initech());
    }

    public static SignedIn olga() {
        return staff("olga", "Olga Berg", Set.of(Role.ADMINISTRATOR), null, acme(), initech());
    }

    public static SignedIn alice() {
        return clientUser(acme(), "alice", "Alice Weber", Set.of(Role.REQUESTER));
    }

    public static SignedIn adam() {
        return clientUser(acme(), "adam", "Adam Vogel", Set.of(Role.CLIENT_MANAGER, Role.APPROVER));
    }

    public static SignedIn milton() {
        return clientUser(initech(), "milton", "Milton Waddams", Set.of(Role.REQUESTER));
    }

    public static SignedIn uma() {
        return clientUser(umbrella(), "uma.umbrella", "Uma Kobayashi", Set.of(Role.REQUESTER));
    }

    /** A personal token, for stories over HTTP. */
    public static String token(SignedIn person) {
        return Arc.container().instance(PersonalTokens.class).get().create(person, "of a story", Instant.now()).token();
    }

    /** The provider stands before its first client. */
    private static Tenant client(String slug, String prefix, String name, ZoneId zone, Locale locale) {
        provider();
        Tenant client = tenants().found(slug, prefix, name, zone, locale);
        if (!client.hosts().isEmpty()) {
            return client;
        }
        units().inside(client.id(), Side.SYSTEM, 0, () -> {
            tenants().change(new Tenant(client.id(), slug, prefix, name, zone, locale, Set.of(slug + ".localhost"), client.mail(), client.domains(), null));
            return null;
        });
        Realm realm = Arc.container().instance(Realm.class).get();
        realm.keepOrigins(Set.of(Arc.container().instance(PublicAddress.class).get().origin(slug + ".localhost")));
        realm.keepOrganization(new Realm.Organization(slug, name, List.of(slug + ".example"), Map.of()), Set.of());
        tenants().refresh();
        return tenants().bySlug(slug).orElseThrow();
    }

    public static SignedIn staff(String user, String name, Set<Role> roles, Integer tier, Tenant... reach) {
        int home = provider().id();
        units().inside(home, Side.SYSTEM, 0, () -> people().put(
                new People.Described(user, name, user + "@msp.example", Side.STAFF, roles, tier, false, null, null, false)));
        for (Tenant tenant : reach) {
            units().inside(tenant.id(), Side.SYSTEM, 0, () -> people().assign(user, null, "the cast"));
        }
        account(home, user, name, user + "@msp.example");
        List<Integer> ids = Arrays.stream(reach).map(Tenant::id).toList();
        return new SignedIn(number(home, user), user, name, user + "@msp.example", Side.STAFF, roles, tier, home, new Reach(ids));
    }

    public static SignedIn clientUser(Tenant tenant, String user, String name, Set<Role> roles) {
        String email = user + "@" + tenant.slug() + ".example";
        units().inside(tenant.id(), Side.SYSTEM, 0, () -> people().put(
                new People.Described(user, name, email, Side.CLIENT, roles, null, false, null, null, false)));
        account(tenant.id(), user, name, email);
        return new SignedIn(number(tenant.id(), user), user, name, email, Side.CLIENT, roles, null, tenant.id(), Reach.of(tenant.id()));
    }

    /** The account at Keycloak, made where there is none; the password is the user name. */
    private static void account(int home, String user, String name, String email) {
        if (units().inside(home, Side.SYSTEM, 0, () -> people().ofThisClient(user).orElseThrow().subject()) == null) {
            String subject = Arc.container().instance(Realm.class).get().keepAccounts(List.of(new Realm.Account(user, name, email))).get(user);
            units().inside(home, Side.SYSTEM, 0, () -> people().bind(user, subject));
        }
    }

    private static int number(int home, String user) {
        return units().inside(home, Side.SYSTEM, 0, () -> people().ofThisClient(user).orElseThrow().id());
    }

    private static Units units() {
        return Arc.container().instance(Units.class).get();
    }

    private static People people() {
        return Arc.container().instance(People.class).get();
    }

    private static Tenants tenants() {
        return Arc.container().instance(Tenants.class).get();
    }
}
