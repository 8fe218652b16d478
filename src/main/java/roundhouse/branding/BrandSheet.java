package roundhouse.branding;

import java.util.List;

/**
 * A brand as custom properties: {@code --brand}, {@code --brand-ink} for text on it, {@code --brand-away} to mix in without losing that text,
 * {@code --brand-text} for itself as text on our grounds, light and dark. Nothing but colours that we computed is ever written into it.
 */
final class BrandSheet {

    /** The palest and the deepest ground that text in the accent stands on, as in web/shared/tokens.css. */
    private static final List<Colour> LIGHT = List.of(Colour.WHITE, new Colour(0xec, 0xee, 0xf2));
    private static final List<Colour> DARK = List.of(new Colour(0x0d, 0x0f, 0x12), new Colour(0x21, 0x25, 0x2b));

    private BrandSheet() {
    }

    static String of(Colour accent) {
        Colour ink = accent.ink();
        Colour away = ink.equals(Colour.WHITE) ? Colour.BLACK : Colour.WHITE;
        return """
                :root {
                  --brand: %s;
                  --brand-ink: %s;
                  --brand-away: %s;
                  --brand-text: light-dark(%s, %s);
                }
                """.formatted(accent, ink, away, accent.readableOn(LIGHT, Colour.BLACK), accent.readableOn(DARK, Colour.WHITE));
    }
}
