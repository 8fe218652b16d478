package roundhouse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every route of the service, read from the classes that the router is made of and from no list by hand. */
final class Doors {

    private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(GET.class, "GET", POST.class, "POST", PUT.class, "PUT",
            DELETE.class, "DELETE", PATCH.class, "PATCH");
    private static final List<Class<? extends Annotation>> ACCESS = List.of(Authenticated.class, RolesAllowed.class, PermitAll.class, DenyAll.class);

    private Doors() {
    }

    /**
     * @param path   with its parameters in braces
     * @param consumes media type of its body
     * @param access names of the access annotations that decide: the method's, else its class's
     */
    record Door(String verb, String path, String method, List<String> access, String consumes) {

        boolean isOpenToAll() {
            return access.contains("PermitAll");
        }

        boolean takesParameters() {
            return path.contains("{");
        }

        boolean isOfTheApi() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    static List<Door> all() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("roundhouse").stream()
                .flatMap(type -> type.getMethods().stream()).flatMap(Doors::doors).toList();
    }

    private static Stream<Door> doors(JavaMethod method) {
        return VERBS.entrySet().stream().filter(verb -> method.isAnnotatedWith(verb.getKey()))
                .map(verb -> new Door(verb.getValue(), path(method), method.getFullName(), access(method), consumes(method)));
    }

    private static String path(JavaMethod method) {
        String joined = "/" + pathOf(method.getOwner()) + "/" + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String single = joined.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static String consumes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Consumes.class).or(() -> method.getOwner().tryGetAnnotationOfType(Consumes.class))
                .map(consumes -> consumes.value()[0]).orElse("application/x-www-form-urlencoded");
    }

    private static String pathOf(JavaClass type) {
        return type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }

    private static List<String> access(JavaMethod method) {
        List<String> own = ACCESS.stream().filter(method::isAnnotatedWith).map(Class::getSimpleName).toList();
        return own.isEmpty() ? ACCESS.stream().filter(method.getOwner()::isAnnotatedWith).map(Class::getSimpleName).toList() : own;
    }
}
