package roundhouse.files;

/**
 * @param key    random, by which the store finds it again
 * @param size   bytes
 * @param sha256 hexadecimal
 * @param head   its first bytes, to tell its type by
 */
public record StoredFile(String key, long size, String sha256, byte[] head) {
}
