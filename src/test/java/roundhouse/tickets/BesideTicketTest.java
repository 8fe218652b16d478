package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.identity.Role;
import roundhouse.tenancy.Tenants;

/** What stands beside the conversation is what holds now, though much of it is kept in memory. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class BesideTicketTest {

    @Inject
    Tenants tenants;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Kestrel kestrel;
    private SignIn desk;
    private String ref;

    @BeforeEach
    void annHasATicketOpen() {
        kestrel = new Kestrel(tenants);
        ref = kestrel.ask();
        desk = SignIn.at("localhost", kestrel.ann);
        page();
    }

    @Test
    void anArticleStandsThereOnceItIsWrittenAndAsItWasChanged() {
        article("post", "", "What gives no light " + mark);
        assertThat(page()).contains("What gives no light " + mark);
        article("put", "/dark-" + mark, "Light is back " + mark);
        assertThat(page()).contains("Light is back " + mark).doesNotContain("What gives no light " + mark);
    }

    @Test
    void aConfigurationStandsThereOnceItIsWrittenAndAsItWasChanged() {
        String asset = "HALL-" + mark.toUpperCase();
        kestrel.staff().body(Map.of("tag", asset, "type", "router", "name", "Lamp " + mark)).post("/clients/kestrel/assets").then().statusCode(201);
        String about = kestrel.asking(Map.of("subject", "Dark", "body", "In the hall", "asset", asset));
        configuration("post", "", "Fuses " + mark, asset);
        assertThat(page(about)).contains("Fuses " + mark);
        configuration("put", "/fuses-" + mark, "Breakers " + mark, asset);
        assertThat(page(about)).contains("Breakers " + mark).doesNotContain("Fuses " + mark);
    }

    @Test
    void aTicketIsOfferedToThoseWhoAreAssignedNow() {
        String user = "wren-" + mark;
        Cast.staff(user, "Wren " + mark, Set.of(Role.TECHNICIAN), 1);
        assertThat(page()).doesNotContain("Wren " + mark);
        kestrel.staff().body(Map.of("reason", "covers for Ann")).put("/clients/kestrel/assignments/" + user).then().statusCode(200);
        assertThat(page()).contains("Wren " + mark);
        kestrel.staff().delete("/clients/kestrel/assignments/" + user).then().statusCode(204);
        assertThat(page()).doesNotContain("Wren " + mark);
    }

    @Test
    void otherOpenTicketsStandThereThoseOfTheRequesterFirstAndNoFinishedOne() {
        String own = kestrel.asking(Map.of("subject", "Own " + mark, "body", "One"));
        String bobs = kestrel.staff().body(Map.of("subject", "Of Bob " + mark, "body", "Later", "requester", kestrel.another("bob-" + mark)))
                .post("/clients/kestrel/tickets").then().statusCode(201).extract().path("ref");
        assertThat(others(ref)).contains("Own " + mark).doesNotContain(ref + "\"");
        assertThat(others(bobs)).contains("Own " + mark).doesNotContain("Of Bob " + mark);
        String second = kestrel.staff().body(Map.of("subject", "Second of Bob " + mark, "body", "Later still", "requester", "bob-" + mark))
                .post("/clients/kestrel/tickets").then().statusCode(201).extract().path("ref");
        assertThat(others(own).indexOf("No light")).as("hers, though older").isPositive();
        assertThat(others(second)).containsSubsequence("Of Bob " + mark, "Own " + mark);
        kestrel.staff().body(Map.of("summary", "Done", "code", "fixed")).post("/tickets/" + own + "/resolution").then().statusCode(200);
        assertThat(others(second)).contains("Of Bob " + mark).doesNotContain("Own " + mark);
    }

    private String others(String reference) {
        return page(reference).replaceFirst("(?s).*Other open tickets", "").replaceFirst("(?s)</section>.*", "");
    }

    private void article(String method, String path, String title) {
        kestrel.staff().body(Map.of("slug", "dark-" + mark, "title", title, "audience", "client", "body", "Look at the fuse"))
                .request(method, "/clients/kestrel/articles" + path).then().statusCode(method.equals("post") ? 201 : 200);
    }

    private void configuration(String method, String path, String name, String asset) {
        kestrel.staff().body(Map.of("slug", "fuses-" + mark, "type", "procedure", "name", name, "fields", Map.of("where", "cellar"), "assets", List.of(asset)))
                .request(method, "/clients/kestrel/configurations" + path).then().statusCode(method.equals("post") ? 201 : 200);
    }

    private String page() {
        return page(ref);
    }

    private String page(String reference) {
        return desk.request().get("/desk/tickets/" + reference).then().statusCode(200).extract().asString();
    }
}
