package roundhouse.environments;

import java.util.Optional;
import roundhouse.branding.Brand;
import roundhouse.branding.BrandRefused;
import roundhouse.branding.Colour;
import roundhouse.branding.Logo;
import roundhouse.tenancy.Mistakes;

/** What {@code brand/brand.yaml} and {@code brand/logo.svg} say. */
final class BrandFile {

    private BrandFile() {
    }

    /** @param logo its bytes, null for none */
    static Optional<Brand> read(String text, byte[] logo, Mistakes mistakes, Mistakes ofLogo) {
        Sheet sheet = Sheet.of(mistakes, text, "accent", "name", "footer");
        Colour accent = sheet.needAs("accent", "a colour, as in \"#b3261e\"", word -> Colour.of(word).orElseThrow(() -> new IllegalArgumentException(word)));
        String name = sheet.need("name");
        Logo drawn = null;
        try {
            drawn = logo == null ? null : Logo.of(logo);
        } catch (BrandRefused refused) {
            ofLogo.at(refused.line(), refused.field(), refused.getMessage());
        }
        if (accent == null || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Brand(name, accent, sheet.word("footer").orElse(null), drawn));
        } catch (BrandRefused refused) {
            sheet.wrong(refused.field(), refused.getMessage());
            return Optional.empty();
        }
    }
}
