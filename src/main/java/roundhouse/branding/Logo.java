package roundhouse.branding;

import java.util.Arrays;

/** A picture that can do no harm: made by {@link #of}, which takes SVG that only draws, and PNG. */
public final class Logo {

    /** Bytes. */
    public static final int LARGEST = 256 * 1024;
    public static final String SVG = "image/svg+xml";
    public static final String PNG = "image/png";

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final byte[] content;
    private final String type;

    private Logo(byte[] content, String type) {
        this.content = content;
        this.type = type;
    }

    /** @throws BrandRefused with the line where something in it is more than a drawing */
    public static Logo of(byte[] file) {
        if (file.length > LARGEST) {
            throw new BrandRefused("logo", "A logo has at most " + LARGEST / 1024 + " KiB: simplify the drawing.");
        }
        if (Arrays.equals(file, 0, Math.min(file.length, PNG_SIGNATURE.length), PNG_SIGNATURE, 0, PNG_SIGNATURE.length)) {
            return new Logo(file.clone(), PNG);
        }
        return new Logo(Drawing.only(file), SVG);
    }

    /** As the database kept it. */
    static Logo kept(byte[] content, String type) {
        return new Logo(content, type);
    }

    public byte[] content() {
        return content.clone();
    }

    public String type() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && type.equals(logo.type) && Arrays.equals(content, logo.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
