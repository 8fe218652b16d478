package roundhouse.environments;

import java.util.List;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Tenants;

/**
 * All environments as they stand beside the folder.
 *
 * @param plans    of the provider and every client that is open
 * @param waiting  clients that the folder describes and nobody has applied
 * @param mistakes of the folder itself
 */
public record Overview(List<Plan> plans, List<Tenants.Suspended> suspended, List<Waiting> waiting, List<Mistake> mistakes) {

    /** @param name empty where its file cannot be read */
    public record Waiting(String slug, String name, List<Mistake> mistakes) {
    }
}
