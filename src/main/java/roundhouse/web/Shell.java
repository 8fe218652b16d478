package roundhouse.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.FullName;
import roundhouse.identity.Right;
import roundhouse.identity.Role;

/** What the frame around every page wants to know; templates call it {@code inject:shell}. */
@Named
@RequestScoped
public class Shell {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final RoutingContext request;
    private final CurrentPerson person;

    Shell(RoutingContext request, CurrentPerson person) {
        this.request = request;
        this.person = person;
    }

    /** {@code light} or {@code dark} where somebody chose one, else null: the system's preference. */
    public String theme() {
        Cookie cookie = request.request().getCookie("theme");
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** @param path of a page, to mark where the reader is */
    public boolean isAt(String path) {
        return request.normalizedPath().equals(path);
    }

    public String name() {
        return person.get().name();
    }

    public String initials() {
        return new FullName(name()).initials();
    }

    /** {@code Technician, tier 2} */
    public String post() {
        Integer tier = person.get().tier();
        return person.get().roles().stream().map(Shell::title).sorted().collect(Collectors.joining(", ")) + (tier == null ? "" : ", tier " + tier);
    }

    public boolean readsReports() {
        return person.get().may(Right.READ_REPORTS);
    }

    public boolean administers() {
        return person.get().may(Right.ADMINISTER);
    }

    private static String title(Role role) {
        String word = role.word().replace('_', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
