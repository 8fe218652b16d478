package roundhouse.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files in a folder, {@code TENANT/FIRST-TWO-DIGITS/KEY}. One is written beside its place and moved there when it is whole. */
@ApplicationScoped
class FolderOfFiles implements FileStore {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final String UNFINISHED = ".part";
    /** Enough for every signature that Tika knows. */
    private static final int HEAD = 64 * 1024;

    private final FileLimits limits;
    private final SecureRandom random = new SecureRandom();

    FolderOfFiles(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    public StoredFile keep(int tenant, InputStream content, long largest) throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        Path place = place(tenant, key);
        Path unfinished = place.resolveSibling(key + UNFINISHED);
        Files.createDirectories(place.getParent());
        try {
            StoredFile stored = write(key, content, largest, unfinished);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            return stored;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public InputStream open(int tenant, String key) throws IOException {
        return Files.newInputStream(place(tenant, key));
    }

    @Override
    public void remove(int tenant, String key) throws IOException {
        Files.deleteIfExists(place(tenant, key));
    }

    @Override
    public List<String> keptBefore(int tenant, Instant then) throws IOException {
        List<String> keys = new ArrayList<>();
        Path folder = folder(tenant);
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        List<Path> files;
        try (Stream<Path> found = Files.find(folder, 2, (path, is) -> is.isRegularFile() && is.lastModifiedTime().toInstant().isBefore(then))) {
            files = found.toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(UNFINISHED)) {
                Files.deleteIfExists(file);
            } else if (KEY.matcher(name).matches()) {
                keys.add(name);
            }
        }
        return keys;
    }

    private static StoredFile write(String key, InputStream content, long largest, Path to) throws IOException {
        MessageDigest digest = sha256();
        byte[] head;
        long size;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            DigestInputStream in = new DigestInputStream(content, digest);
            head = in.readNBytes(HEAD);
            out.write(head);
            size = head.length;
            byte[] buffer = new byte[HEAD];
            for (int read = in.read(buffer); read >= 0 && size <= largest; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        if (size > largest) {
            throw new FileRefused("A file has at most " + largest / (1024 * 1024) + " MB: share a larger one by a link.");
        }
        return new StoredFile(key, size, HexFormat.of().formatHex(digest.digest()), head);
    }

    private Path place(int tenant, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No key of a file");
        }
        return folder(tenant).resolve(key.substring(0, 2)).resolve(key);
    }

    private Path folder(int tenant) {
        return limits.folder().resolve(String.valueOf(tenant));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
