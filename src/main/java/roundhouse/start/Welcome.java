package roundhouse.start;

import java.net.URI;

/** What the operator reads when everything is up. */
final class Welcome {
    private Welcome() {
    }

    static String local(String publicUrl) {
        URI address = URI.create(publicUrl);
        String acme = address.getScheme() + "://acme." + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        return """

                Roundhouse is ready.

                  The desk, for staff     %1$s/desk
                  ACME's portal           %2$s/
                  The API, to browse      %1$s/api
                  Keycloak                %3$s/  (its console: admin, password in secrets.properties of the data folder)

                  Who can sign in; the password is the user name:
                    tess     technician, tier 2            22 clients, not umbrella and not hooli
                    theo     technician, tier 1            12 of tess's, ACME and Initech among them
                    tara     technician, tier 3            all 24 clients and the provider
                    amy      account manager               12 clients, ACME and Initech among them
                    olga     administrator of the MSP      all 24 clients and the provider
                    alice    requester at ACME             own requests
                    adam     client manager at ACME        all requests of ACME
                    milton   requester at Initech          own requests

                Ctrl-C ends it, with all it started.
                """.formatted(publicUrl, acme, Settings.of("roundhouse.keycloak.url").orElseThrow());
    }

    static String elsewhere(String publicUrl) {
        return "Roundhouse is ready: " + publicUrl + "/desk";
    }
}
