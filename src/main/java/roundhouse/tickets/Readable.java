package roundhouse.tickets;

/** A ticket as someone may see it. */
public sealed interface Readable permits TicketView, RequestView {

    String ref();

    int version();
}
