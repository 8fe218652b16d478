package roundhouse.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of files as they come from outside. */
public final class FileName {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;

    private FileName() {
    }

    /** Without a path, control and direction characters, halves of characters, and what file systems cannot bear; {@code file} where nothing is left. */
    public static String clean(String given) {
        String name = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String kept = Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().filter(FileName::isKept)
                .map(point -> "<>:\"|?*".indexOf(point) >= 0 ? '_' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                .replaceAll("\\s+", " ").replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
        return kept.isEmpty() ? "file" : shortened(kept);
    }

    /** The header that makes a browser save a file under its name, whatever is in it, RFC 6266. */
    public static String disposition(String name) {
        String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        StringBuilder exact = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = one >= '0' && one <= '9' || one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z' || one == '.' || one == '-' || one == '_';
            exact.append(letter ? String.valueOf((char) one) : String.format("%%%02X", one));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    private static boolean isKept(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Character.isWhitespace(point);
            default -> true;
        };
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
