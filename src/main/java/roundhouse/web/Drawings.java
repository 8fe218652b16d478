package roundhouse.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Parts of pages that look the same as long as what they show is the same: drawn once, found again by what they show. A queue is asked for
 * again with every nudge, and most of its lines did not change.
 */
@ApplicationScoped
public class Drawings {

    private static final int CHARACTERS = 4_000_000;

    private final Cache<Record, String> drawn = Caffeine.newBuilder().maximumWeight(CHARACTERS).weigher((Record what, String html) -> html.length()).build();

    /** @param what everything that the template shows: were anything left out, one reader would be shown what another's page says */
    public <R extends Record> String of(R what, Function<R, TemplateInstance> template) {
        return drawn.get(what, unknown -> template.apply(what).render());
    }
}
