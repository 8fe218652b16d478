package roundhouse.environments;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.sla.SlaFile;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.Tenant;

/**
 * What the folder {@code tenants/} says: the provider, its terms and every client.
 *
 * @param provider empty where its file is missing or has a mistake: the staff stay as they are
 * @param mistakes of the provider's files, and of what stands in no client's folder
 */
record TenantsFolder(Optional<ProviderFile> provider, SlaFile providerSla, List<ClientFolder> clients, List<Mistake> mistakes) {

    private static final String PROVIDER = "provider.yaml";
    private static final String PROVIDER_SLA = "provider-sla.yaml";

    static TenantsFolder read(Path root, LocalDate today, Validator validator) {
        if (!Files.isDirectory(root)) {
            return new TenantsFolder(Optional.empty(), SlaFile.read(PROVIDER_SLA, "", Set.of(), today), List.of(),
                    List.of(new Mistake(root.toString(), 0, "", "there is no such folder")));
        }
        List<Mistake> mistakes = new ArrayList<>();
        List<Mistake> strays = new ArrayList<>();
        Map<String, Path> folders = new TreeMap<>();
        FolderText top = new FolderText("", topFiles(root, folders, strays));
        Optional<ProviderFile> provider = ClientFolder.part(top, PROVIDER, true, mistakes,
                (text, found) -> ProviderFile.read(text, folders.keySet(), found)).filter(read -> mistakes.isEmpty());
        SlaFile sla = ClientFolder.part(top, PROVIDER_SLA, false, mistakes, (text, found) -> {
            SlaFile file = SlaFile.read(PROVIDER_SLA, text, Set.of(), today);
            file.mistakes().forEach(mistake -> found.at(mistake.line(), mistake.field(), mistake.message()));
            return file;
        }).orElse(SlaFile.read(PROVIDER_SLA, "", Set.of(), today));
        List<ClientFolder> clients = folders.values().stream()
                .map(folder -> ClientFolder.read(FolderText.of(folder), sla.calendars().keySet(), today, validator)).toList();
        mistakes.addAll(strays);
        return new TenantsFolder(provider, sla, unlike(provider, clients), List.copyOf(mistakes));
    }

    Optional<ClientFolder> clientNamed(String slug) {
        return clients.stream().filter(client -> client.slug().equals(slug)).findFirst();
    }

    private static Map<String, byte[]> topFiles(Path root, Map<String, Path> folders, List<Mistake> mistakes) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(root)) {
            for (Path path : found.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList()) {
                String name = path.getFileName().toString();
                if (Files.isRegularFile(path)) {
                    files.put(name, Files.readAllBytes(path));
                    if (name.endsWith(".yaml") && !Set.of(PROVIDER, PROVIDER_SLA).contains(name)) {
                        mistakes.add(new Mistake(name, 0, "", "no file of that name belongs here"));
                    }
                } else if (isSlug(name)) {
                    folders.put(name, path);
                } else {
                    mistakes.add(new Mistake(name, 0, "", "a client's folder is named with " + Forms.SLUG));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + root + " could not be read", e);
        }
        return files;
    }

    private static boolean isSlug(String name) {
        try {
            return !Forms.slug(name).equals(Tenant.PROVIDER);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** What must differ between clients; who comes later by name has the mistake. */
    private static List<ClientFolder> unlike(Optional<ProviderFile> provider, List<ClientFolder> clients) {
        Map<String, String> taken = new HashMap<>();
        provider.ifPresent(msp -> {
            taken.put("prefix " + msp.prefix(), "provider.yaml");
            msp.staff().forEach(member -> taken.put("user " + member.person().user(), "provider.yaml"));
        });
        List<ClientFolder> unlike = new ArrayList<>();
        for (ClientFolder client : clients) {
            List<Mistake> twins = new ArrayList<>();
            Twins of = new Twins(client.slug(), taken, twins);
            of.claim("tenant.yaml", "prefix", client.tenant().prefix());
            client.tenant().hosts().forEach(host -> of.claim("tenant.yaml", "host", host));
            client.people().stream().map(person -> person.user()).collect(Collectors.toSet()).forEach(user -> of.claim("people.yaml", "user", user));
            unlike.add(client.with(twins));
        }
        return unlike;
    }

    private record Twins(String slug, Map<String, String> taken, List<Mistake> mistakes) {

        void claim(String file, String what, String word) {
            if (word == null) {
                return;
            }
            String other = taken.putIfAbsent(what + " " + word, slug);
            if (other != null && !other.equals(slug)) {
                mistakes.add(new Mistake(slug + "/" + file, 0, what.equals("host") ? "hosts" : what, word + " is taken by " + other + "; choose another"));
            }
        }
    }
}
