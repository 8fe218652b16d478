package roundhouse.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import roundhouse.sla.HoldReason;

/**
 * Why a ticket waits, and on whom.
 *
 * @param question what the client is asked in public, null where nothing is
 * @param until    when it ends by itself, null for when the policy says
 */
@Embeddable
public record Hold(@Enumerated(EnumType.STRING) @Column(name = "hold_reason") HoldReason reason,
                   @Column(name = "hold_question") String question,
                   @Column(name = "hold_until") Instant until) {

    boolean asks() {
        return question != null && !question.isBlank();
    }
}
