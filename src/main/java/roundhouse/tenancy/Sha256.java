package roundhouse.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** FIPS 180-4, as 64 hexadecimal digits. */
public final class Sha256 {

    private Sha256() {
    }

    public static String of(String text) {
        return of(Stream.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the parts in a row. */
    static String of(Stream<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
