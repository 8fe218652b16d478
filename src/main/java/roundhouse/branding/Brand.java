package roundhouse.branding;

/**
 * What a client's people see of their help desk.
 *
 * @param name   of the help desk, at most 60 characters
 * @param footer at most 200 characters, null for none
 * @param logo   null for none: the name stands alone
 */
public record Brand(String name, Colour accent, String footer, Logo logo) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_FOOTER = 200;
    /** Roundhouse's own, and of a client that has chosen none. */
    public static final Colour NEUTRAL = new Colour(0x3a, 0x4b, 0xc4);
    public static final Brand OF_ROUNDHOUSE = plain("Roundhouse");

    public Brand {
        if (name.isBlank() || name.length() > LONGEST_NAME || hasControls(name)) {
            throw new BrandRefused("name", "A name has 1 to " + LONGEST_NAME + " characters on one line.");
        }
        if (footer != null && (footer.length() > LONGEST_FOOTER || hasControls(footer))) {
            throw new BrandRefused("footer", "A footer has at most " + LONGEST_FOOTER + " characters on one line.");
        }
    }

    public static Brand plain(String name) {
        return new Brand(name.substring(0, Math.min(name.length(), LONGEST_NAME)), NEUTRAL, null, null);
    }

    public boolean hasLogo() {
        return logo != null;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
