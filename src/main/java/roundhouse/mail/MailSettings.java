package roundhouse.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** Where mail leaves the house. Without a host it is kept, and shown to administrators. */
@ConfigMapping(prefix = "roundhouse.mail")
interface MailSettings {

    Optional<String> host();

    @WithDefault("25")
    int port();

    Optional<String> user();

    Optional<String> password();

    /** TLS from the first byte on, as on port 465. */
    @WithDefault("false")
    boolean tls();

    /** {@code DISABLED}, {@code OPTIONAL}, {@code REQUIRED}. */
    @WithDefault("OPTIONAL")
    String startTls();

    /** The address of clients who have none, while the provider has none either. */
    @WithDefault("roundhouse@localhost")
    String from();

    /** The pause after a first failure; it doubles up to an hour. */
    @WithName("retry-after")
    @WithDefault("5s")
    Duration retryAfter();

    /** How long a mail is tried. */
    @WithName("give-up-after")
    @WithDefault("3d")
    Duration giveUpAfter();
}
