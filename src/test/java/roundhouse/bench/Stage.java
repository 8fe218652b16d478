package roundhouse.bench;

/** How much there is. The first client has a fifth of all tickets, the others share the rest alike. */
record Stage(int clients, int tickets) {

    /** @param place of the client, from 1 */
    int ticketsOf(int place) {
        return place == 1 ? tickets / 5 : (tickets - tickets / 5) / (clients - 1);
    }

    /** {@code 30 clients, 20,000 tickets} */
    String words() {
        return String.format(java.util.Locale.ENGLISH, "%,d clients, %,d tickets", clients, tickets);
    }
}
