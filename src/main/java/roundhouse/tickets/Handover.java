package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import roundhouse.web.Refused;

/**
 * What the next one must know to go on at once, without asking anybody again.
 *
 * @param tier     {@code 1}, {@code 2} or {@code 3}; {@code vendor} or nothing where a vendor is named
 * @param vendor   its name, null for one of our own tiers
 * @param tried    one step each, with how it went
 * @param findings null where nothing was found
 * @param evidence logs, screenshots, numbers of other cases: where they are
 */
public record Handover(@Size(max = 10) String tier, @Size(max = 100, message = "At most 100 characters") String vendor,
                       @NotBlank(message = "Say why it goes there: what do they know or may do that you do not?") @Size(max = 10_000) String reason,
                       @NotEmpty(message = "Say what was tried and how it went; that the client called back is no hand-over")
                       @Size(max = 50, message = "At most 50 steps")
                       List<@NotBlank(message = "A step that was tried has words") @Size(max = 2_000) String> tried,
                       @Size(max = 20_000) String findings,
                       @NotBlank(message = "Say what they should do next") @Size(max = 10_000) String nextStep,
                       @Size(max = 50) List<@Size(max = 2_000) String> evidence) {

    Tier to() {
        boolean named = vendor != null && !vendor.isBlank();
        boolean outside = tier == null || tier.isBlank() || tier.equals(Tier.VENDOR.word());
        if (named && !outside) {
            throw Refused.field("tier", "Hand it to a tier or to a vendor, not to both.");
        }
        if (named) {
            return Tier.VENDOR;
        }
        if (tier != null && outside && !tier.isBlank()) {
            throw Refused.field("vendor", "Name the vendor.");
        }
        return Tier.named(tier).orElseThrow(() -> Refused.field("tier", "Choose tier 1, 2 or 3, or name a vendor."));
    }

    /** Null for one of our own tiers. */
    String vendorName() {
        return to() == Tier.VENDOR ? vendor.strip() : null;
    }

    /** Markdown, in the order in which the next one reads it. */
    String words() {
        String found = findings == null || findings.isBlank() ? "" : "**Found:** " + findings.strip() + "\n\n";
        String shown = evidence == null ? "" : list("Evidence", evidence.stream().filter(each -> each != null && !each.isBlank()).toList());
        return "**Why:** " + reason.strip() + "\n\n" + list("Tried", tried) + found + "**Next step:** " + nextStep.strip() + "\n\n" + shown;
    }

    private static String list(String title, List<String> lines) {
        return lines.isEmpty() ? "" : lines.stream().map(line -> "- " + line.strip().replaceAll("\\s*\\R\\s*", " "))
                .collect(Collectors.joining("\n", "**" + title + "**\n\n", "\n\n"));
    }
}
