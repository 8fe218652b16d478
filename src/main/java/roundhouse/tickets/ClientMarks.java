package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import roundhouse.branding.Brands;
import roundhouse.branding.Colour;
import roundhouse.tenancy.Tenant;

/** The marks of all clients: a client's own accent, or one of twelve that tell apart on both grounds. */
@ApplicationScoped
public class ClientMarks {

    private static final List<String> COLOURS = List.of("#b3261e", "#1f6f8b", "#7a4fb5", "#3f7d20", "#c77700", "#00796b",
            "#ad1457", "#4a63c8", "#8d6e00", "#6d4c41", "#2e7d6b", "#9c3fa0");

    private final Brands brands;

    ClientMarks(Brands brands) {
        this.brands = brands;
    }

    /** As they are now. Not to be called in a unit of work. */
    public Palette now() {
        return new Palette(brands.accents());
    }

    /** The accents of one moment. */
    public record Palette(Map<Integer, Colour> accents) {

        public ClientMark of(Tenant tenant) {
            Colour accent = accents.get(tenant.id());
            return new ClientMark(tenant.slug(), tenant.name(),
                    accent == null ? COLOURS.get(Math.floorMod(tenant.id(), COLOURS.size())) : accent.toString());
        }
    }
}
