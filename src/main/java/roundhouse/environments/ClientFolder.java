package roundhouse.environments;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import roundhouse.assets.AssetFile;
import roundhouse.assets.AssetForm;
import roundhouse.assets.ConfigurationForm;
import roundhouse.branding.Brand;
import roundhouse.identity.People;
import roundhouse.knowledge.ArticleForm;
import roundhouse.sla.Match;
import roundhouse.sla.SlaFile;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;
import roundhouse.tickets.Category;

/**
 * Everything that the folder of one client says.
 *
 * @param brand       null for a plain one
 * @param fingerprint of its files
 * @param mistakes    who has any changes nothing
 */
record ClientFolder(String slug, TenantFile tenant, List<People.Described> people, SlaFile sla, List<Category> categories,
                    List<AssetForm> assets, List<ConfigurationForm> configurations, List<ArticleForm> articles, Brand brand,
                    String fingerprint, List<Mistake> mistakes) {

    private static final Set<String> FILES = Set.of("tenant.yaml", "people.yaml", "sla.yaml", "catalogue.yaml", "assets.csv", "brand/brand.yaml",
            "brand/logo.svg", "brand/logo.png");

    /** @param calendars of the provider, which its policies may name */
    static ClientFolder read(FolderText folder, Set<String> calendars, LocalDate today, Validator validator) {
        List<Mistake> mistakes = new ArrayList<>();
        TenantFile tenant = part(folder, "tenant.yaml", true, mistakes, TenantFile::read)
                .orElse(new TenantFile("", null, Set.of(), null, null, List.of(), List.of(), null, List.of()));
        List<People.Described> people = part(folder, "people.yaml", false, mistakes,
                (text, found) -> PeopleFile.read(text, Set.copyOf(tenant.vip()), found)).orElse(List.of());
        Map<String, People.Described> byUser = people.stream().filter(person -> person.user() != null)
                .collect(Collectors.toMap(People.Described::user, Function.identity(), (first, second) -> first));
        tenant.vip().stream().filter(user -> !byUser.containsKey(user)).forEach(user -> mistakes.add(
                new Mistake(folder.named("tenant.yaml"), 0, "vip", "there is nobody with the user name " + user + " in people.yaml")));
        List<Category> categories = part(folder, "catalogue.yaml", false, mistakes,
                (text, found) -> CatalogueFile.read(text, byUser, found)).orElse(List.of());
        SlaFile sla = part(folder, "sla.yaml", false, mistakes, (text, found) -> sla(folder, text, calendars, today, categories, found))
                .orElse(SlaFile.read(folder.named("sla.yaml"), "", calendars, today));
        List<AssetForm> assets = part(folder, "assets.csv", false, mistakes, (text, found) -> {
            AssetFile file = AssetFile.read(folder.named("assets.csv"), text, byUser.keySet(), validator);
            file.mistakes().forEach(mistake -> found.at(mistake.line(), mistake.field(), mistake.message()));
            return file.assets();
        }).orElse(List.of());
        List<ConfigurationForm> configurations = configurations(folder, assets, categories, validator, mistakes);
        Set<String> slugs = categories.stream().map(Category::slug).filter(Objects::nonNull).collect(Collectors.toSet());
        List<ArticleForm> articles = folder.under("kb", ".md").stream().flatMap(path -> part(folder, path, false, mistakes,
                (text, found) -> ArticleFile.read(FolderText.stem(path), text, slugs, validator, found)).stream()).toList();
        Brand brand = part(folder, "brand/brand.yaml", false, mistakes, (text, found) -> brand(folder, text, found, mistakes))
                .flatMap(Function.identity()).orElse(null);
        unknown(folder).forEach(path -> mistakes.add(new Mistake(folder.named(path), 0, "", "no file of that name belongs here")));
        return new ClientFolder(folder.name(), tenant, people, sla, categories, assets, configurations, articles, brand, folder.fingerprint(), List.copyOf(mistakes));
    }

    ClientFolder with(List<Mistake> further) {
        List<Mistake> all = new ArrayList<>(mistakes);
        all.addAll(further);
        return new ClientFolder(slug, tenant, people, sla, categories, assets, configurations, articles, brand, fingerprint, all);
    }

    interface Reader<T> {
        T read(String text, Mistakes mistakes);
    }

    static <T> Optional<T> part(FolderText folder, String path, boolean needed, List<Mistake> mistakes, Reader<T> reader) {
        Mistakes found = folder.mistakes(path);
        if (needed && !folder.has(path)) {
            found.at(0, "", "this file is missing");
        }
        Optional<T> part = folder.text(path, found).flatMap(text -> Optional.ofNullable(reader.read(text, found)));
        mistakes.addAll(found.found());
        return part;
    }

    private static List<ConfigurationForm> configurations(FolderText folder, List<AssetForm> assets, List<Category> categories, Validator validator,
                                                          List<Mistake> mistakes) {
        Set<String> tags = assets.stream().map(AssetForm::tag).collect(Collectors.toSet());
        Set<String> slugs = categories.stream().map(Category::slug).filter(Objects::nonNull).collect(Collectors.toSet());
        return folder.under("configurations", ".yaml").stream().flatMap(path -> part(folder, path, false, mistakes,
                (text, found) -> ConfigurationFile.read(FolderText.stem(path), text, tags, slugs, validator, found)).stream()).toList();
    }

    private static SlaFile sla(FolderText folder, String text, Set<String> calendars, LocalDate today, List<Category> categories, Mistakes found) {
        SlaFile file = SlaFile.read(folder.named("sla.yaml"), text, calendars, today);
        file.mistakes().forEach(mistake -> found.at(mistake.line(), mistake.field(), mistake.message()));
        if (file.mistakes().isEmpty()) {
            Set<String> known = categories.stream().map(Category::slug).collect(Collectors.toSet());
            List<YamlPart> sections = found.read(text).map(whole -> whole instanceof YamlPart.Fields fields
                    ? found.items(fields.fields().get("policies"), "policies") : List.<YamlPart>of()).orElse(List.of());
            for (int i = 0; i < file.terms().policies().size(); i++) {
                if (file.terms().policies().get(i).match() instanceof Match.Category match && !known.contains(match.category())) {
                    found.at(found.fields(sections.get(i), "").get("match"), "policies[" + i + "].match.category", "there is no category " + match.category() + " in catalogue.yaml");
                }
            }
        }
        return file;
    }

    private static Optional<Brand> brand(FolderText folder, String text, Mistakes found, List<Mistake> mistakes) {
        String logo = folder.has("brand/logo.svg") || !folder.has("brand/logo.png") ? "brand/logo.svg" : "brand/logo.png";
        Mistakes ofLogo = folder.mistakes(logo);
        Optional<Brand> brand = BrandFile.read(text, folder.bytes(logo), found, ofLogo);
        mistakes.addAll(ofLogo.found());
        return brand;
    }

    private static Set<String> unknown(FolderText folder) {
        Set<String> unknown = new TreeSet<>(folder.files().keySet());
        unknown.removeAll(FILES);
        unknown.removeAll(folder.under("configurations", ".yaml"));
        unknown.removeAll(folder.under("kb", ".md"));
        unknown.removeIf(path -> path.endsWith("README.md"));
        return unknown;
    }
}
