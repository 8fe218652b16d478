package roundhouse.branding;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of sRGB, each part 0 to 255. */
public record Colour(int red, int green, int blue) {

    public static final Colour BLACK = new Colour(0, 0, 0);
    public static final Colour WHITE = new Colour(255, 255, 255);
    /** What text needs at least, WCAG 2.2, success criterion 1.4.3. */
    public static final double READABLE = 4.5;

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final int STEPS = 200;

    /** @param text {@code #rrggbb} in either case */
    public static Optional<Colour> of(String text) {
        String form = text.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(form).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(form.substring(1), 16);
        return Optional.of(new Colour(number >> 16, number >> 8 & 0xff, number & 0xff));
    }

    /** 1 to 21, WCAG 2.2. */
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Black or white, whichever is read better on this colour; one of them always is readable. */
    public Colour ink() {
        return contrast(WHITE) >= READABLE ? WHITE : BLACK;
    }

    /** This colour as text: moved toward the end of the scale, no further than it takes to be readable on all of the grounds. */
    public Colour readableOn(List<Colour> grounds, Colour end) {
        for (int step = 0; step < STEPS; step++) {
            Colour moved = toward(end, (double) step / STEPS);
            if (grounds.stream().allMatch(ground -> moved.contrast(ground) >= READABLE)) {
                return moved;
            }
        }
        return end;
    }

    private Colour toward(Colour end, double share) {
        return new Colour(between(red, end.red, share), between(green, end.green, share), between(blue, end.blue, share));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "#" + hex.toHexDigits((byte) red) + hex.toHexDigits((byte) green) + hex.toHexDigits((byte) blue);
    }
}
