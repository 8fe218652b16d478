package roundhouse.environments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import roundhouse.Cast;
import roundhouse.ForeignRealm;
import roundhouse.ForeignRealm.Account;
import roundhouse.ForeignSignIn;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** Hawk's people sign in at Hawk; whoever runs Hawk's identity provider gets no further than that. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class IdentityProviderTest {

    private static final String PORTAL = "hawk.localhost";

    @Inject
    Environments environments;
    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    Keycloak keycloak;
    @Inject
    DatabaseTime time;
    @TempDir
    Path folder;
    private static String issuer;

    @BeforeEach
    void describe() throws IOException {
        Cast.tess();
        Cast.milton();
        issuer = issuer != null ? issuer : ForeignRealm.found("hawk-staff", "hawk", new Account("hera", "hera@hawk.example"), new Account("tess", "someone@hawk.example"),
                new Account("mallory", "tess@msp.example"), new Account("milton", "milton@initech.example"), new Account("stranger", "stranger@hawk.example"),
                new Account("hugo", "hugo@hawk.example"));
        write("provider.yaml", "name: Roundhouse Demo MSP\nprefix: MSP\nzone: Europe/Berlin\nsupport: help@msp.example\nstaff: []\n");
        people("hera@hawk.example");
        provider(issuer, ForeignRealm.SECRET_VARIABLE);
    }

    @Test
    void aPersonOfTheClientComesInByItsIdentityProvider() {
        applyWell();
        in("hera").then().statusCode(200).body(containsString("Hera Hawk"));
        in("hera").then().statusCode(200);
    }

    @Test
    void whoHasNoPasswordIsLedThereByTheAddress() {
        applyWell();
        UserResource hera = account("hera.hawk");
        hera.credentials().forEach(credential -> hera.removeCredential(credential.getId()));
        ForeignSignIn browser = new ForeignSignIn(PORTAL);
        assertThat(browser.named(browser.page(), "hera@hawk.example").header("Location")).contains("/broker/hawk/login");
    }

    @Test
    void itOpensNoAccountOfStaffOrOfAnotherClientWhateverItSays() {
        applyWell();
        for (String user : new String[] {"tess", "mallory", "milton"}) {
            refused(user);
        }
        assertThat(account("tess").getFederatedIdentity()).isEmpty();
        assertThat(account("milton").getFederatedIdentity()).isEmpty();
    }

    @Test
    void aStrangerGetsNoAccount() {
        applyWell();
        refused("stranger");
        assertThat(keycloak.realm("roundhouse").users().searchByEmail("stranger@hawk.example", true)).isEmpty();
    }

    @Test
    void onlyTheAddressThatStandsInTheFolderComesIn() throws IOException {
        applyWell();
        people("hera.new@hawk.example");
        applyWell();
        refused("hera");
        people("hera@hawk.example");
        applyWell();
        in("hera").then().statusCode(200);
    }

    @Test
    void whoIsAddedOverTheApiComesInAsWell() {
        applyWell();
        SignedIn olaf = Cast.staff("olaf.hawk", "Olaf Admin", Set.of(Role.ADMINISTRATOR), null, tenants.bySlug("hawk").orElseThrow());
        given().basePath("/api/v1").auth().oauth2(Cast.token(olaf)).contentType("application/json").body(Map.of("user", "hugo.hawk", "name", "Hugo Hawk",
                "email", "Hugo@hawk.example", "roles", List.of("requester"))).post("/clients/hawk/people").then().statusCode(201);
        in("hugo").then().statusCode(200).body(containsString("Hugo Hawk"));
    }

    @Test
    void aLinkThatSomebodyMadeHimselfIsUndone() {
        applyWell();
        linkWrongly("tess", "someone@hawk.example");
        assertThat(account("tess").getFederatedIdentity()).hasSize(1);
        applyWell();
        assertThat(account("tess").getFederatedIdentity()).isEmpty();
    }

    /** The first wall is down: Keycloak was led to believe that Hawk's mallory is Tess, and Hawk's milton the one of Initech. */
    @Test
    void whomKeycloakWronglyLinksIsRefusedAtOurOwnDoor() {
        house(Cast.initech(), "initech.localhost");
        applyWell();
        Map<String, String> foreign = Map.of("tess", "tess@msp.example", "milton", "milton@initech.example");
        foreign.forEach(this::linkWrongly);
        try {
            ForeignSignIn tess = new ForeignSignIn(PORTAL);
            refusedAtOurDoor(tess.through(way(tess), "mallory"));
            refusedAtOurDoor(tess.onwards("localhost", "/desk"));
            ForeignSignIn milton = new ForeignSignIn(PORTAL);
            refusedAtOurDoor(milton.through(way(milton), "milton"));
            Response page = milton.onwards("initech.localhost", "/requests");
            refusedAtOurDoor(page);
            milton.atKeycloak(page.htmlPath().getString("**.find { it.@class == 'btn btn-primary' }.@href")).then().statusCode(200)
                    .body(containsString("log out"));
        } finally {
            foreign.keySet().forEach(user -> account(user).removeFederatedIdentity("hawk"));
        }
        SignIn.at("localhost", Cast.tess()).request().get("/desk").then().statusCode(200);
    }

    @Test
    void aTokenOfWhomKeycloakWronglyLinksOpensNothingOfTheApi() {
        applyWell();
        linkWrongly("tess", "tess@msp.example");
        try {
            given().auth().oauth2(new ForeignSignIn(PORTAL).token("hawk", "mallory")).get("/api/v1/me").then().statusCode(401);
        } finally {
            account("tess").removeFederatedIdentity("hawk");
        }
        given().auth().oauth2(new ForeignSignIn(PORTAL).token("hawk", "hera")).get("/api/v1/me").then().statusCode(200).body("user", equalTo("hera.hawk"));
        given().auth().oauth2(LocalParts.token("tess")).get("/api/v1/me").then().statusCode(200).body("user", equalTo("tess"));
    }

    /** Whatever other stories have made of that client's folder meanwhile. */
    private void house(Tenant tenant, String host) {
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> {
            tenants.change(new Tenant(tenant.id(), tenant.slug(), tenant.prefix(), tenant.name(), tenant.zone(), tenant.locale(), Set.of(host), List.of(), List.of(),
                    null));
            return null;
        });
    }

    @Test
    void anInstallationWhoseTokensDoNotSayItYetLearnsItWithTheNextApplication() {
        ProtocolMappersResource mappers = keycloak.realm("roundhouse").clients().get(client()).getProtocolMappers();
        mappers.delete(told(mappers).orElseThrow().getId());
        applyWell();
        assertThat(told(mappers)).hasValueSatisfying(mapper -> assertThat(mapper.getConfig()).containsEntry("id.token.claim", "true"));
        ProtocolMapperRepresentation spoilt = told(mappers).orElseThrow();
        spoilt.getConfig().put("id.token.claim", "false");
        mappers.update(spoilt.getId(), spoilt);
        applyWell();
        assertThat(told(mappers)).hasValueSatisfying(mapper -> assertThat(mapper.getConfig()).containsEntry("id.token.claim", "true"));
    }

    @Test
    void withoutTheFieldTheIdentityProviderIsGone() throws IOException {
        applyWell();
        assertThat(way()).isPresent();
        write("hawk/tenant.yaml", tenant("null"));
        applyWell();
        assertThat(way()).isEmpty();
        assertThat(keycloak.realm("roundhouse").identityProviders().findAll()).noneMatch(provider -> provider.getAlias().equals("hawk"));
        assertThat(account("hera.hawk").getFederatedIdentity()).isEmpty();
    }

    @Test
    void aVariableThatIsNotSetIsAMistakeAndTheClientStaysAsItWas() throws IOException {
        applyWell();
        provider(issuer, "HAWK_HAS_NO_SECRET");
        assertThat(outcome(apply()).mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("hawk/tenant.yaml");
            assertThat(mistake.line()).isEqualTo(7);
            assertThat(mistake.field()).isEqualTo("identityProvider.secretEnv");
            assertThat(mistake.message()).contains("HAWK_HAS_NO_SECRET is not set");
        });
        in("hera").then().statusCode(200);
    }

    @Test
    void anIssuerThatDoesNotAnswerIsToldAndTriedAgain() throws IOException {
        provider(issuer + "-elsewhere", ForeignRealm.SECRET_VARIABLE);
        for (int attempt = 0; attempt < 2; attempt++) {
            Report report = apply();
            assertThat(outcome(report).isWell()).isTrue();
            assertThat(report.mistakes()).singleElement().satisfies(mistake -> {
                assertThat(mistake.file()).isEqualTo("hawk/tenant.yaml");
                assertThat(mistake.field()).isEqualTo("identityProvider");
                assertThat(mistake.message()).contains(issuer + "-elsewhere/.well-known/openid-configuration");
            });
        }
        provider(issuer, ForeignRealm.SECRET_VARIABLE);
        applyWell();
        in("hera").then().statusCode(200);
    }

    @Test
    void withoutTheRefusalOfStrangersNoIdentityProviderIsSetUp() throws IOException {
        write("hawk/tenant.yaml", tenant("null"));
        applyWell();
        provider(issuer, ForeignRealm.SECRET_VARIABLE);
        ForeignRealm.withoutRefusal(() -> {
            assertThat(apply().mistakes()).singleElement().satisfies(mistake -> {
                assertThat(mistake.field()).isEqualTo("identityProvider");
                assertThat(mistake.message()).contains("the flow \"roundhouse only who is linked\" is missing");
            });
            assertThat(way()).isEmpty();
        });
        applyWell();
        refused("stranger");
    }

    private Response in(String user) {
        ForeignSignIn browser = new ForeignSignIn(PORTAL);
        return browser.through(way(browser), user);
    }

    private static String way(ForeignSignIn browser) {
        return ForeignSignIn.way(browser.page(), "hawk").orElseThrow();
    }

    private static void refusedAtOurDoor(Response answer) {
        answer.then().statusCode(403).body(containsString("This account is not opened by this sign-in")).body(containsString(">Sign out</a>"));
        assertThat(answer.cookies().keySet()).noneMatch(cookie -> cookie.startsWith("q_session"));
    }

    private void linkWrongly(String user, String address) {
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider("hawk");
        link.setUserId(address);
        link.setUserName(address);
        account(user).addFederatedIdentity("hawk", link).close();
    }

    private String client() {
        return keycloak.realm("roundhouse").clients().findByClientId("roundhouse").get(0).getId();
    }

    private static Optional<ProtocolMapperRepresentation> told(ProtocolMappersResource mappers) {
        return mappers.getMappers().stream().filter(mapper -> mapper.getConfig().containsValue("identity_provider")).findFirst();
    }

    private void refused(String user) {
        assertThat(in(user).statusCode()).as(user).isBetween(400, 403);
        assertThat(in(user).asString()).as(user).contains("Access denied");
    }

    private static Optional<String> way() {
        return ForeignSignIn.way(new ForeignSignIn(PORTAL).page(), "hawk");
    }

    private UserResource account(String user) {
        return keycloak.realm("roundhouse").users().get(keycloak.realm("roundhouse").users().searchByUsername(user, true).get(0).getId());
    }

    private void applyWell() {
        Report report = apply();
        assertThat(report.mistakes()).extracting(Mistake::toString).isEmpty();
        assertThat(outcome(report).mistakes()).isEmpty();
    }

    private Report apply() {
        return environments.apply(folder, By.roundhouse(time.now(), Channel.FOLDER), false);
    }

    private static Outcome outcome(Report report) {
        return report.outcomes().stream().filter(outcome -> outcome.slug().equals("hawk")).findFirst().orElseThrow();
    }

    private void people(String email) throws IOException {
        write("hawk/people.yaml", "- {user: hera.hawk, name: Hera Hawk, email: " + email + ", roles: [requester]}\n");
    }

    private void provider(String at, String variable) throws IOException {
        write("hawk/tenant.yaml", tenant("{issuer: \"" + at + "\", clientId: roundhouse, secretEnv: " + variable + "}"));
    }

    private static String tenant(String provider) {
        return "name: Hawk\nprefix: HAWK\nhosts: [" + PORTAL + "]\nzone: Europe/Berlin\nlocale: en\ndomains: [hawk.example]\nidentityProvider: " + provider + "\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
