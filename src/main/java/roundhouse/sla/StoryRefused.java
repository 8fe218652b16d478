package roundhouse.sla;

/** A story that cannot have happened: names the event, counted from 0, and why. Where it is the story itself, the index is -1. */
public class StoryRefused extends RuntimeException {
    private final int index;

    public StoryRefused(int index, String sentence) {
        super(sentence);
        this.index = index;
    }

    public int index() {
        return index;
    }
}
