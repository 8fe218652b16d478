package roundhouse.assets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.web.Idempotency;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** Many assets at once, from a table. */
@Path("/api/v1/clients/{slug}/assets/import")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Assets")
public class AssetImportApi {

    /** Characters. */
    private static final int LONGEST = 5_000_000;

    @Inject
    Assets assets;
    @Inject
    WithinReach within;
    @Inject
    Validator validator;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    @POST
    @Consumes("text/csv")
    @Operation(summary = "Adds and changes by tag, removes nothing; with dryRun it only tells. A mistake in any line, and nothing changes")
    public AssetImport take(@PathParam("slug") String slug, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, String csv) {
        if (csv.length() > LONGEST) {
            throw new Refused("A table has at most 5,000,000 characters: send it in parts.");
        }
        By by = current.by(Channel.API);
        return within.inside(current.get(), slug, Right.CHANGE_ENVIRONMENT, tenant -> {
            List<AssetForm> forms = withoutMistakes(AssetFile.read("assets.csv", csv, assets.owners(), validator));
            AssetImport told = assets.compare(forms);
            return dryRun ? told : idempotency.once(by, csv, AssetImport.class, () -> {
                assets.put(forms, by);
                return told.whichIsDone();
            });
        });
    }

    private static List<AssetForm> withoutMistakes(AssetFile file) {
        if (file.mistakes().isEmpty()) {
            return file.assets();
        }
        throw new Refused("The table has mistakes, so nothing was taken: mend the lines and send it again.", file.mistakes().stream()
                .map(mistake -> new Refused.Violation("line " + mistake.line() + (mistake.field() == null ? "" : ", " + mistake.field()), mistake.message()))
                .toList());
    }
}
