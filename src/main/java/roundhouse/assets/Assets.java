package roundhouse.assets;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.search.SearchIndex;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Rows;
import roundhouse.web.Refused;
import roundhouse.web.Words;

/** The assets of the client of the open unit of work. */
@ApplicationScoped
public class Assets extends Rows<Asset> {

    private final People people;
    private final Trail trail;
    private final SearchIndex search;

    Assets(People people, Trail trail, SearchIndex search) {
        this.people = people;
        this.trail = trail;
        this.search = search;
    }

    public Optional<Asset> byTag(String tag) {
        return here("tag = :tag", Map.of("tag", tag)).firstResultOptional();
    }

    /** By tag, those behind {@code after}, at most {@code most}. @param words null or what they contain */
    public List<AssetView> list(String words, String after, int most) {
        return here("tag > :after and words like :words", Sort.by("tag"),
                Map.of("after", after, "words", words == null ? "%" : Words.containing(words)))
                .range(0, most - 1).stream().map(Asset::view).toList();
    }

    /** The one that a ticket is about first, then what its requester has, by tag. @param tag null for none */
    public List<AssetView> forTicket(String tag, String requester) {
        return here("tag = :tag or owner = :requester", Sort.by("tag"), Map.of("tag", tag == null ? "" : tag, "requester", requester)).stream().map(Asset::view)
                .sorted(Comparator.comparing(asset -> !asset.tag().equals(tag))).toList();
    }

    /** Which of these tags no asset has. */
    public Set<String> unknown(Set<String> tags) {
        Set<String> unknown = new HashSet<>(tags);
        here("tag in :tags", Map.of("tags", tags)).stream().map(Asset::tag).forEach(unknown::remove);
        return unknown;
    }

    public Asset add(AssetForm form, By by) {
        mustBelong(form);
        if (byTag(form.tag()).isPresent()) {
            throw taken(form.tag());
        }
        try {
            Asset asset = born(form, by);
            flush();
            return asset;
        } catch (ConstraintViolationException sameTagAtTheSameTime) {
            throw taken(form.tag());
        }
    }

    public void change(Asset asset, AssetForm form, By by) {
        if (!form.tag().equals(asset.tag())) {
            throw Refused.field("tag", "A tag stays with its asset: add another one.");
        }
        mustBelong(form);
        tell(asset, form, by);
        flush();
    }

    /** Adds and changes as a file says, removes nothing. @return the tags of what changed */
    public List<String> put(List<AssetForm> forms, By by) {
        Map<String, Asset> kept = here(Sort.by("tag")).stream().collect(Collectors.toMap(Asset::tag, asset -> asset));
        List<String> changed = new ArrayList<>();
        for (AssetForm form : forms) {
            Asset asset = kept.get(form.tag());
            if (asset == null) {
                kept.put(form.tag(), born(form, by));
                changed.add(form.tag());
            } else if (tell(asset, form, by)) {
                changed.add(form.tag());
            }
        }
        return changed;
    }

    /** What {@link #put} would do, and does not. */
    AssetImport compare(List<AssetForm> forms) {
        Map<String, AssetView> kept = here(Sort.by("tag")).stream().collect(Collectors.toMap(Asset::tag, Asset::view));
        return AssetImport.comparing(kept, forms);
    }

    /** User names that an asset can be given to. */
    Set<String> owners() {
        return people.ofThisClient().stream().map(Person::user).collect(Collectors.toSet());
    }

    private Asset born(AssetForm form, By by) {
        Asset asset = new Asset(Key.fresh(units.open()), form);
        persist(asset);
        search.put(asset.findable(by.at()));
        trail.record(about(form.tag()), "added", by);
        return asset;
    }

    private boolean tell(Asset asset, AssetForm form, By by) {
        List<String> changes = asset.change(form);
        if (!changes.isEmpty()) {
            search.put(asset.findable(by.at()));
            trail.record(about(asset.tag()), String.join("; ", changes), by);
        }
        return !changes.isEmpty();
    }

    private void mustBelong(AssetForm form) {
        if (form.owner() != null && people.ofThisClient(form.owner()).isEmpty()) {
            throw Refused.field("owner", "This client has nobody with the user name " + form.owner() + ".");
        }
    }

    static String about(String tag) {
        return "asset " + tag;
    }

    private static Refused taken(String tag) {
        return Refused.field("tag", "There is an asset " + tag + " already: change that one, or take another tag.");
    }
}
