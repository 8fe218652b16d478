package roundhouse.sla;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;

/**
 * What every page of one calendar or policy says of it.
 *
 * @param client      slug
 * @param clientName  as people call it
 * @param own         whether it is the client's own or the provider's
 * @param since       when this version was made, in the client's zone
 * @param by          who made it, null where that was not kept
 * @param changeable  whether the reader may write a new version
 * @param versions    newest first
 */
public record TermsScreen(TermsView.Of of, String client, String clientName, String name, int version, boolean own, String since, String by, boolean changeable,
                   List<Told> versions) {

    /** One version. @param sentences what it changed */
    public record Told(int version, String since, String by, List<String> sentences) {
    }

    public URI address() {
        return address(of, client, name, own);
    }

    public URI draft() {
        return UriBuilder.fromPath("/desk/clients/{slug}/{word}-draft").queryParam("name", "{name}").queryParam("of", "{of}")
                .build(client, of.word(), name, (own ? Party.CLIENT : Party.PROVIDER).word());
    }

    /** Of the page of one calendar or policy of a client. */
    public static URI address(TermsView.Of of, String client, String name, boolean own) {
        UriBuilder plain = UriBuilder.fromPath("/desk/clients/{slug}/{of}/{name}");
        return own ? plain.build(client, path(of), name) : plain.queryParam("of", Party.PROVIDER.word()).build(client, path(of), name);
    }

    private static String path(TermsView.Of of) {
        return of == TermsView.Of.CALENDARS ? "calendars" : "policies";
    }
}
