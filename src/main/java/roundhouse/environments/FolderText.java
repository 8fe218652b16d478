package roundhouse.environments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import roundhouse.tenancy.Mistakes;

/**
 * The files of one folder as they lie there, by their path in it, in the order of their names. Hidden ones are left alone.
 *
 * @param name of the folder, how mistakes begin
 */
record FolderText(String name, Map<String, byte[]> files) {

    static FolderText of(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder, 3)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (Stream.of(path.split("/")).noneMatch(part -> part.startsWith("."))) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " could not be read", e);
        }
        return new FolderText(folder.getFileName().toString(), files);
    }

    Mistakes mistakes(String path) {
        return new Mistakes(named(path));
    }

    String named(String path) {
        return name.isEmpty() ? path : name + "/" + path;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    byte[] bytes(String path) {
        return files.get(path);
    }

    /** Empty where there is no such file, and where it is no text. */
    Optional<String> text(String path, Mistakes mistakes) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            mistakes.at(0, "", "this is no text in UTF-8; save it as UTF-8");
            return Optional.empty();
        }
    }

    /** Paths straight under a folder with this ending. */
    List<String> under(String folder, String ending) {
        return files.keySet().stream().filter(path -> path.startsWith(folder + "/") && path.endsWith(ending)
                && path.indexOf('/', folder.length() + 1) < 0).toList();
    }

    /** {@code vpn} of {@code configurations/vpn.yaml}. */
    static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    /** SHA-256 in hexadecimal digits: the same as long as names and contents are. */
    String fingerprint() {
        MessageDigest digest = sha256();
        files.forEach((path, bytes) -> {
            digest.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    static String fingerprint(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
