package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import roundhouse.assets.Assets;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.tenancy.Side;
import roundhouse.web.Refused;
import roundhouse.web.Refused.Violation;

/** The questions that a category asks, and whether what was answered will do: the same for the portal and the API. */
@ApplicationScoped
public class Questions {

    /** A question and its answer, as people read them. */
    public record Answered(String question, String answer) {
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int TEXT = 500;
    private static final int PARAGRAPH = 20_000;

    private final Catalogue catalogue;
    private final People people;
    private final Assets assets;

    Questions(Catalogue catalogue, People people, Assets assets) {
        this.catalogue = catalogue;
        this.people = people;
        this.assets = assets;
    }

    /** What was told with the request, in the order of the questions; of questions that are asked no more, too. */
    public List<Answered> answered(Ticket ticket) {
        Map<String, Object> answers = Submission.fieldsOf(ticket.fields());
        List<Category.Field> asked = ticket.bornCategory() == null ? List.of()
                : catalogue.category(ticket.bornCategory()).map(Category::fields).orElse(List.of());
        List<Answered> told = new ArrayList<>();
        asked.stream().filter(field -> answers.containsKey(field.name()))
                .forEach(field -> told.add(new Answered(field.label(), words(field, answers.remove(field.name())))));
        answers.forEach((name, answer) -> told.add(new Answered(name, String.valueOf(answer))));
        return told;
    }

    /**
     * What is missing or cannot be taken. Whoever works at the client must answer what is required; staff who write down a telephone call may
     * not know it. History is taken as it was.
     */
    public List<Violation> problems(Submission submission, List<Category.Field> asked, List<Enclosure> enclosed, By by) {
        if (by.channel() == Channel.IMPORT) {
            return List.of();
        }
        Map<String, Object> answers = submission.answers();
        Set<String> sent = Enclosure.answers(enclosed).keySet();
        List<Violation> problems = new ArrayList<>();
        for (Category.Field field : asked) {
            boolean silent = isSilent(answers.get(field.name())) && !sent.contains(field.name());
            if (!silent || field.required() && by.side() == Side.CLIENT) {
                (silent ? Optional.of(field.type() == Category.Type.FILE ? "needs a file" : "needs an answer") : problem(field, answers.get(field.name()))).ifPresent(
                        what -> problems.add(new Violation("fields." + field.name(), "“" + field.label() + "” " + what)));
            }
        }
        if (submission.asset() != null && !exists(submission.asset())) {
            problems.add(new Violation("asset", "This client has nothing with the tag " + submission.asset() + "."));
        }
        Stream.concat(answers.keySet().stream(), sent.stream()).filter(name -> asked.stream().noneMatch(field -> field.name().equals(name))).forEach(
                name -> problems.add(new Violation("fields." + name, "Nothing called " + name + " is asked here.")));
        return problems;
    }

    /** The submission with the names of its files, about the asset that one of its answers names; if its answers will do. */
    Submission accepted(Submission submission, List<Category.Field> asked, List<Enclosure> enclosed, By by) {
        List<Violation> problems = problems(submission, asked, enclosed, by);
        if (!problems.isEmpty()) {
            throw new Refused("Some answers are missing or cannot be taken as they are.", problems);
        }
        Submission whole = submission.with(Enclosure.answers(enclosed));
        return whole.asset() != null ? whole : asked.stream().filter(field -> field.type() == Category.Type.ASSET)
                .map(field -> submission.answers().get(field.name())).filter(answer -> !isSilent(answer)).findFirst()
                .map(tag -> whole.about(String.valueOf(tag))).orElse(whole);
    }

    private Optional<String> problem(Category.Field field, Object answer) {
        String text = answer == null ? "" : String.valueOf(answer).strip();
        return switch (field.type()) {
            case TEXT -> unless(answer instanceof String && text.length() <= TEXT, "takes a line of at most " + TEXT + " characters");
            case PARAGRAPH -> unless(answer instanceof String && text.length() <= PARAGRAPH, "takes at most 20,000 characters");
            case CHOICE -> unless(field.choices().contains(text), "takes one of: " + String.join(", ", field.choices()));
            case DATE -> unless(isDate(text), "takes a date like 2026-11-30");
            case NUMBER -> unless(isNumber(text), "takes a number");
            case ASSET -> unless(exists(text), "takes the tag of something of yours, as on its sticker");
            case PERSON -> unless(text.length() <= 100 && people.ofThisClient(text).isPresent(), "takes somebody of your company");
            case FILE -> unless(answer == null, "takes the file itself, which scripts send as a part of multipart/form-data");
        };
    }

    private String words(Category.Field field, Object answer) {
        return switch (field.type()) {
            case PERSON -> people.ofThisClient(String.valueOf(answer)).map(Person::name).orElse(String.valueOf(answer));
            case DATE -> isDate(String.valueOf(answer)) ? DAY.format(LocalDate.parse(String.valueOf(answer))) : String.valueOf(answer);
            case TEXT, PARAGRAPH, CHOICE, NUMBER, ASSET, FILE -> String.valueOf(answer);
        };
    }

    private boolean exists(String tag) {
        return tag.length() <= 60 && assets.byTag(tag).isPresent();
    }

    private static Optional<String> unless(boolean good, String problem) {
        return good ? Optional.empty() : Optional.of(problem);
    }

    private static boolean isSilent(Object answer) {
        return answer == null || answer instanceof String text && text.isBlank();
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isNumber(String text) {
        try {
            return text.length() <= 30 && new BigDecimal(text).precision() <= 30;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
