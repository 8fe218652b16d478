package roundhouse.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Accounts at Keycloak, and their sign-in at the desk as a browser does it, by Keycloak's form. */
final class Staff {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_HOPS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> keycloak;

    /** @param keycloak {@code roundhouse.keycloak.*} */
    Staff(Map<String, String> keycloak) {
        this.keycloak = keycloak;
    }

    /** An account whose password is the user name. @return its subject */
    String account(String user) throws IOException, InterruptedException {
        String url = keycloak.get("roundhouse.keycloak.url");
        String answer = send(HttpRequest.newBuilder(URI.create(url + "/realms/roundhouse/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + keycloak.get("roundhouse.keycloak.admin-client") + "&client_secret=" + keycloak.get("roundhouse.keycloak.admin-secret")))).body();
        String bearer = "Bearer " + json.readTree(answer).path("access_token").asText();
        String users = url + "/admin/realms/roundhouse/users";
        send(HttpRequest.newBuilder(URI.create(users)).header("Authorization", bearer).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"username": "%1$s", "enabled": true, "email": "%1$s@msp.example", "emailVerified": true, "firstName": "%1$s", "lastName": "%1$s",
                         "credentials": [{"type": "password", "value": "%1$s", "temporary": false}]}""".formatted(user))));
        String found = send(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + user)).header("Authorization", bearer)).body();
        return json.readTree(found).path(0).path("id").asText();
    }

    /** @return the Cookie header of the desk, ending in CRLF */
    String cookies(String user, int port) throws IOException, InterruptedException {
        Map<String, Map<String, String>> jars = new HashMap<>();
        URI address = URI.create("http://localhost:" + port + "/desk");
        HttpResponse<String> answer = go(jars, address, null);
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            if (answer.statusCode() / 100 == 3) {
                address = address.resolve(answer.headers().firstValue("Location").orElseThrow());
                if (address.getPort() == port && address.getPath().equals("/desk")) {
                    return "Cookie: " + cookies(jars, address) + "\r\n";
                }
                answer = go(jars, address, null);
            } else {
                Matcher form = FORM.matcher(answer.body());
                if (!form.find()) {
                    throw new IllegalStateException(address + " answered " + answer.statusCode() + " without a form to sign in");
                }
                address = URI.create(form.group(1).replace("&amp;", "&"));
                answer = go(jars, address, user);
            }
        }
        throw new IllegalStateException("Keycloak sent " + user + " round in circles");
    }

    private HttpResponse<String> go(Map<String, Map<String, String>> jars, URI address, String user) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        String cookies = cookies(jars, address);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (user != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(
                    "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + URLEncoder.encode(user, StandardCharsets.UTF_8)));
        }
        HttpResponse<String> answer = send(request);
        Map<String, String> jar = jars.computeIfAbsent(address.getAuthority(), authority -> new HashMap<>());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
                jar.remove(pair[0]);
            } else {
                jar.put(pair[0], pair[1]);
            }
        });
        return answer;
    }

    private static String cookies(Map<String, Map<String, String>> jars, URI address) {
        return jars.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
