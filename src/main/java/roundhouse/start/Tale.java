package roundhouse.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tickets.Resolution;

/**
 * One story of the demonstration, as {@code demonstration/*.yaml} tells it. Texts of the same place belong together: subject, body, question,
 * answer, note and outcome.
 *
 * @param priorities how often each one is met
 * @param byStaff    opened by a technician for the client
 * @param assets     types of asset that it may be about
 * @param respond    typical minutes of business time until the first word
 * @param resolve    likewise until the end
 */
record Tale(@JsonProperty("story") String name, String language, List<String> categories, Map<Priority, Integer> priorities, int weight,
            @JsonProperty("by") String opener, List<String> assets, List<String> subjects, List<String> bodies, List<String> questions,
            List<String> answers, List<String> notes, @JsonProperty("resolutions") List<Ending> endings, List<HoldReason> holds, int respond,
            int resolve) {

    Tale {
        assets = assets == null ? List.of() : assets;
        questions = questions == null ? List.of() : questions;
        answers = answers == null ? List.of() : answers;
    }

    record Ending(Resolution.Code code, String summary) {

        boolean isGood() {
            return code == Resolution.Code.FIXED || code == Resolution.Code.ANSWERED;
        }
    }

    boolean byStaff() {
        return "staff".equals(opener);
    }

    /** The text of that place, the first where there are fewer. */
    static String at(List<String> texts, int place) {
        return texts.get(place < texts.size() ? place : 0);
    }
}
