package roundhouse.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Set;

/** What the frame around every page wants to know; templates call it {@code inject:shell}. */
@Named
@RequestScoped
public class Shell {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final RoutingContext request;

    Shell(RoutingContext request) {
        this.request = request;
    }

    /** {@code light} or {@code dark} where somebody chose one, else null: the system's preference. */
    public String theme() {
        Cookie cookie = request.request().getCookie("theme");
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }
}
