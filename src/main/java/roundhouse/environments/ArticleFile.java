package roundhouse.environments;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.knowledge.ArticleForm;
import roundhouse.knowledge.Audience;
import roundhouse.tenancy.Mistakes;

/** What one file of {@code kb/} says: front matter between two lines of three dashes, then Markdown. */
final class ArticleFile {

    private static final Pattern PARTS = Pattern.compile("---[ \\t]*\\R(.*?)^---[ \\t]*\\R(.*)", Pattern.DOTALL | Pattern.MULTILINE);

    private ArticleFile() {
    }

    /** @param slug the name of the file without its ending. @return null where the front matter is missing */
    static ArticleForm read(String slug, String text, Set<String> categories, Validator validator, Mistakes mistakes) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            mistakes.at(1, "", "an article begins with its front matter: a line ---, then title and audience, then a line ---");
            return null;
        }
        // An empty line takes the place of the first dashes, so that lines count as in the file
        Sheet sheet = Sheet.of(mistakes, "\n" + parts.group(1), "title", "audience", "category", "review");
        String title = sheet.need("title");
        Audience audience = sheet.needAs("audience", "internal, client or everyone", Audience::of);
        String category = sheet.word("category").orElse(null);
        if (category != null && !categories.contains(category)) {
            sheet.wrong("category", "there is no category " + category + " in catalogue.yaml");
        }
        ArticleForm form = new ArticleForm(slug, title, audience, category, sheet.as("review", "a date, as in 2027-03-01", LocalDate::parse),
                parts.group(2).strip());
        validator.validate(form).stream().filter(violation -> !Set.of("title", "audience").contains(violation.getPropertyPath().toString()))
                .forEach(violation -> sheet.wrong(violation.getPropertyPath().toString(), violation.getMessage()));
        return form;
    }
}
