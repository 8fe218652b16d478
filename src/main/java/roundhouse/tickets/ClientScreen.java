package roundhouse.tickets;

import java.net.URI;
import java.util.List;
import roundhouse.assets.AssetView;
import roundhouse.assets.ConfigurationView;
import roundhouse.knowledge.ArticleLine;

/**
 * One client as the desk draws it.
 *
 * @param hosts    of the portal
 * @param assets   the first of them by tag
 * @param promises what was promised, a line for each priority and kind
 */
public record ClientScreen(ClientMark client, String prefix, String localTime, String zone, List<String> hosts, List<String> mail, List<Member> people,
                           List<AssetView> assets, List<ConfigurationView> configurations, List<ArticleLine> articles, List<Category> categories, List<PolicyLine> promises,
                           boolean reports) {

    /** Somebody of the client. */
    public record Member(String name, String roles, String email, String phone, String place, boolean vip) {
    }

    /**
     * What one policy says.
     *
     * @param calendar empty for none
     * @param own      whether it is the client's own or the provider's
     * @param address  of its page
     */
    public record PolicyLine(String name, int version, String calendar, boolean own, URI address) {
    }
}
