package roundhouse.sla;

/** An event that the ticket's state does not allow; the sentence says why. */
class Refusal extends RuntimeException {
    Refusal(String sentence) {
        super(sentence);
    }
}
