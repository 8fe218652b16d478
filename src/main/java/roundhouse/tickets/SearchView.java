package roundhouse.tickets;

import java.util.List;

/**
 * What was found, and how to ask for less or more of it.
 *
 * @param words    as typed
 * @param asking   whether there is a word in them that can be looked for
 * @param clients  those within reach; whoever has none chosen looks at all
 * @param anywhere address of the same words without a narrower choice, null where there is none
 * @param first    address of the first page, null on it
 * @param next     address of the next page, null on the last
 * @param cut      whether there may be more than is ever shown
 */
public record SearchView(String words, boolean asking, List<Line> lines, List<Chip> kinds, List<ClientChip> clients, String anywhere, String first, String next,
                         boolean cut) {

    /** @param kind {@code ticket} @param name reference, tag or slug @param status of a ticket, else null @param internal whether the passage is not for the client */
    public record Line(String kind, String label, MarkedText name, MarkedText title, String status, MarkedText passage, boolean internal, ClientMark client, String when,
                       String address) {
    }

    /** @param address with this choice the other way round */
    public record Chip(String label, String address, boolean chosen) {
    }

    public record ClientChip(ClientMark client, String address, boolean chosen) {
    }

    public List<ClientChip> chosenClients() {
        return clients.stream().filter(ClientChip::chosen).toList();
    }

    public List<ClientChip> otherClients() {
        return clients.stream().filter(chip -> !chip.chosen()).toList();
    }
}
