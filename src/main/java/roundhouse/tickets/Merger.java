package roundhouse.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Where a merged ticket goes on.
 *
 * @param into number of the other ticket of the same client
 * @param from the status to go back to if the merge is taken back
 */
@Embeddable
record Merger(@Column(name = "merged_into") Integer into, @Enumerated(EnumType.STRING) @Column(name = "merged_from") Status from) {
}
