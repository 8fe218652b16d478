package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.tenancy.Tenants;

/** What a verb would do to the clocks is told before it is done, and nothing of it is kept. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class WhatIfTest {

    @Inject
    Tenants tenants;
    private Kestrel kestrel;
    private String ref;

    @BeforeEach
    void enter() {
        kestrel = new Kestrel(tenants);
        kestrel.promise(Map.of("P1", "1h", "P3", "4h", "P4", "8h"));
        ref = kestrel.ask();
    }

    @Test
    void loweringAndRaisingSayWhenItWouldBeDue() {
        suppose(Map.of("type", "priority", "to", "P4")).body("clocks.find { it.kind == 'resolution' && it.state == 'running' }.targetSeconds", is(8 * 3600))
                .body("sentences", hasItem(startsWith("Resolution is due ")));
        suppose(Map.of("type", "priority", "to", "P1")).body("sentences", hasItem(containsString(" instead of ")));
        assertThat(kestrel.clocks(ref).getInt("clocks.find { it.kind == 'resolution' }.targetSeconds")).as("nothing was changed").isEqualTo(4 * 3600);
    }

    @Test
    void aHoldSaysWhatIsLeftAndWhenItWouldBeDueThen() {
        suppose(Map.of("type", "hold", "reason", "client")).body("sentences", hasItem(startsWith("Resolution pauses with ")));
        suppose(Map.of("type", "hold", "reason", "client", "until", "2099-01-01T00:00:00Z")).body("sentences", hasItem(containsString(", then due ")));
        suppose(Map.of("type", "hold", "reason", "vendor")).body("sentences", hasItem(startsWith("Resolution stays due ")));
    }

    @Test
    void whatCannotHappenIsRefused() {
        kestrel.staff().body(Map.of("type", "resume")).post("/tickets/" + ref + "/clocks/preview").then().statusCode(422).body("detail", containsString("not on hold"));
        kestrel.staff().body(Map.of("type", "lunch")).post("/tickets/" + ref + "/clocks/preview").then().statusCode(422).body("violations[0].field", is("type"));
    }

    @Test
    void theFormsShowItBesideTheChoice() {
        SignIn browser = SignIn.at("localhost", kestrel.ann);
        browser.request().get("/desk/tickets/" + ref + "/what-if/priority?priority=P1").then().statusCode(200).body(containsString("Resolution is due "));
        browser.request().get("/desk/tickets/" + ref + "/what-if/hold?reason=client&until=").then().statusCode(200).body(containsString("Resolution pauses with "));
    }

    private ValidatableResponse suppose(Map<String, Object> event) {
        return kestrel.staff().body(event).post("/tickets/" + ref + "/clocks/preview").then().statusCode(200);
    }
}
