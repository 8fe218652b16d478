package roundhouse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Doors.Door;
import roundhouse.identity.SignedIn;

/** Every route, every role, against another client's things: the same answer as for what never was. */
abstract class EveryDoor {

    /** Open to everybody, and why. */
    private static final Map<String, String> OPEN = Map.of(
            "/signed-in", "where the code flow comes back to",
            "/sign-out", "leads whoever is signed out already to Keycloak's own sign-out",
            "/brand.css", "colours of a host, needed before sign-in",
            "/brand/logo", "logo of a host, needed before sign-in",
            "/favicon.svg", "an icon");

    private static final String MARKER = "MARKER-OF-UMBRELLA";

    private String foreign;

    @BeforeEach
    void aTicketOfAClientThatNobodyHereReaches() {
        Cast.uma();
        foreign = given().basePath("/api/v1").contentType("application/json").header("Authorization", "Bearer " + LocalParts.token("uma.umbrella"))
                .body(Map.of("subject", MARKER, "body", MARKER)).post("/clients/umbrella/tickets").then().statusCode(201).extract().path("ref");
    }

    @Test
    void everyDoorHasExactlyOneAccessAnnotation() {
        assertThat(Doors.all()).hasSizeGreaterThan(40).allSatisfy(door -> assertThat(door.access()).as(door + " " + door.method()).hasSize(1));
    }

    @Test
    void whatIsOpenToEverybodyIsOnTheList() {
        assertThat(Doors.all()).filteredOn(Door::isOpenToAll).allSatisfy(door -> assertThat(OPEN).containsKey(door.path()));
    }

    @Test
    void nobodyGetsIn() {
        for (Door door : Doors.all()) {
            if (door.isOpenToAll()) {
                continue;
            }
            int status = send(door, fill(door, true), given()).statusCode();
            Set<Integer> refusals = door.isOfTheApi() ? Set.of(401) : Set.of(302, 303, 401, 404);
            assertThat(refusals).as(door + " for nobody").contains(status);
        }
    }

    @Test
    void anotherClientsThingsAnswerAsIfTheyHadNeverBeenForScripts() {
        for (SignedIn person : List.of(Cast.tess(), Cast.amy(), Cast.alice(), Cast.adam(), Cast.milton())) {
            Supplier<RequestSpecification> asPerson = () -> given().header("Authorization", "Bearer " + LocalParts.token(person.user()));
            Doors.all().stream().filter(Door::isOfTheApi).filter(Door::takesParameters).forEach(door -> sameAsNever(door, person, asPerson));
        }
    }

    @Test
    void anotherClientsThingsAnswerAsIfTheyHadNeverBeenOnTheDesk() {
        SignedIn tess = Cast.tess();
        SignIn browser = SignIn.at("localhost", tess);
        Doors.all().stream().filter(door -> door.path().startsWith("/desk")).filter(Door::takesParameters)
                .forEach(door -> sameAsNever(door, tess, browser::request));
    }

    @Test
    void anotherClientsThingsAnswerAsIfTheyHadNeverBeenInThePortal() {
        SignedIn alice = Cast.alice();
        SignIn browser = SignIn.at("acme.localhost", alice);
        Doors.all().stream().filter(door -> door.path().startsWith("/requests") || door.path().startsWith("/articles")).filter(Door::takesParameters)
                .forEach(door -> sameAsNever(door, alice, browser::request));
    }

    @Test
    void staffAreNoMembersOfAPortal() {
        assertThat(SignIn.at("acme.localhost", Cast.tess()).request().get("/requests").statusCode()).isEqualTo(404);
        assertThat(SignIn.at("acme.localhost", Cast.milton()).request().get("/requests").statusCode()).isEqualTo(404);
    }

    private void sameAsNever(Door door, SignedIn person, Supplier<RequestSpecification> request) {
        Response there = send(door, fill(door, true), request.get());
        Response never = send(door, fill(door, false), request.get());
        String what = door + " for " + person.user() + ": " + there.statusCode() + " " + there.asString();
        assertThat(there.statusCode()).as(what).isEqualTo(never.statusCode()).isBetween(300, 499);
        assertThat(String.valueOf(there.header("Location"))).as(what).doesNotContain("openid-connect");
        assertThat(plain(there, true)).as(what).isEqualTo(plain(never, false)).doesNotContain(MARKER);
    }

    /** What was asked for may stand in the answer; nothing else may differ. */
    private String plain(Response response, boolean there) {
        String body = response.header("Location") + response.asString();
        for (String asked : values(there).values()) {
            body = body.replace(asked, "asked");
        }
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    private Map<String, String> values(boolean there) {
        return Map.of("ref", there ? foreign : "UMB-987654", "slug", there ? "umbrella" : "nobodys", "user", there ? "uma.umbrella" : "nobody.there",
                "tag", there ? "FW-01" : "NO-01", "of", "policies", "id", UUID.nameUUIDFromBytes(new byte[] {(byte) (there ? 1 : 2)}).toString());
    }

    private String fill(Door door, boolean there) {
        String path = door.path();
        for (var value : values(there).entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path.replaceAll("\\{\\w+}", "nothing");
    }

    private static Response send(Door door, String path, RequestSpecification request) {
        RequestSpecification prepared = request.redirects().follow(false);
        if (!door.verb().equals("GET")) {
            prepared = switch (door.consumes()) {
                case "application/json" -> prepared.contentType("application/json").body("{}");
                case "multipart/form-data" -> prepared.multiPart("body", "");
                default -> prepared.contentType(door.consumes());
            };
        }
        return prepared.request(door.verb(), path);
    }
}
