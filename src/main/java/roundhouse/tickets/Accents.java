package roundhouse.tickets;

import java.util.List;
import roundhouse.tenancy.Tenant;

/** A colour for each client where no brand gives one: twelve that tell apart on both grounds. */
final class Accents {

    private static final List<String> COLOURS = List.of("#b3261e", "#1f6f8b", "#7a4fb5", "#3f7d20", "#c77700", "#00796b",
            "#ad1457", "#4a63c8", "#8d6e00", "#6d4c41", "#2e7d6b", "#9c3fa0");

    private Accents() {
    }

    static String of(Tenant tenant) {
        return COLOURS.get(Math.floorMod(tenant.id(), COLOURS.size()));
    }
}
