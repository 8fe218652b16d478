package roundhouse.assets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An asset as a file, a script or a screen describes it; empty is null.
 *
 * @param tag    unique at its client, {@code FW-01}
 * @param type   {@code laptop}, {@code firewall}
 * @param owner  user name of a person of the client
 * @param remote where to reach it, {@code rdp://lt-001.acme.example}
 */
public record AssetForm(
        @NotBlank(message = "Every asset has a tag") @Size(max = 60, message = "At most 60 characters")
        @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*", message = "Letters, digits, point, dash and underscore, as in FW-01") String tag,
        @NotBlank(message = "Say what it is, as in laptop") @Size(max = 60, message = "At most 60 characters") String type,
        @NotBlank(message = "Give it a name") @Size(max = 200, message = "At most 200 characters") String name,
        @Size(max = 200, message = "At most 200 characters") String serial,
        @Size(max = 200, message = "At most 200 characters") String vendor,
        @Size(max = 200, message = "At most 200 characters") String model,
        @Size(max = 100, message = "At most 100 characters") String owner,
        @Size(max = 200, message = "At most 200 characters") String location,
        LocalDate warrantyEnds,
        @Size(max = 500, message = "At most 500 characters") String remote,
        @Size(max = 10_000, message = "At most 10,000 characters") String notes) {

    public AssetForm {
        tag = orNull(tag);
        type = orNull(type);
        name = orNull(name);
        serial = orNull(serial);
        vendor = orNull(vendor);
        model = orNull(model);
        owner = orNull(owner);
        location = orNull(location);
        remote = orNull(remote);
        notes = orNull(notes);
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\0", "");
    }
}
