package roundhouse.start;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings as they stand before Quarkus runs: asking its own configuration this early would fix it without the local parts. */
final class Settings {
    private Settings() {
    }

    static Optional<String> of(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(environmentName(name))))
                .filter(value -> !value.isBlank());
    }

    static int number(String name, int otherwise) {
        String value = of(name).orElse(Integer.toString(otherwise));
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new CannotStart(environmentName(name) + " is \"" + value + "\": set it to a number.", e);
        }
    }

    static String environmentName(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static void handOn(Map<String, String> settings) {
        settings.forEach(System::setProperty);
    }
}
