package roundhouse.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.tenancy.Mistake;

class AssetFileTest {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void aTableIsReadAsRfc4180Says() {
        AssetFile file = read("""
                \uFEFFtag,type,name,owner,location,warrantyEnds,notes\r
                LT-1,laptop,"T14, of Alice",alice,"Hall ""2"\"",2027-04-28,"two
                lines"\r
                \r
                FW-1,firewall,Firewall,,,,\r
                """);
        assertThat(file.mistakes()).isEmpty();
        assertThat(file.assets()).extracting(AssetForm::tag).containsExactly("LT-1", "FW-1");
        AssetForm laptop = file.assets().get(0);
        assertThat(laptop.name()).isEqualTo("T14, of Alice");
        assertThat(laptop.location()).isEqualTo("Hall \"2\"");
        assertThat(laptop.notes()).isEqualTo("two\nlines");
        assertThat(laptop.warrantyEnds()).isEqualTo(LocalDate.of(2027, 4, 28));
        assertThat(file.assets().get(1).owner()).isNull();
    }

    @Test
    void eachMistakeIsToldWithItsLineAndField() {
        AssetFile file = read("""
                tag,type,name,owner,warrantyEnds
                LT-1,laptop,One,nobody,
                LT-2,laptop,Two,,soon
                LT-1,,Three,,
                LT-3,laptop,Four,,,surplus
                LT 4,laptop,Five,,
                """);
        assertThat(file.mistakes()).extracting(Mistake::line, Mistake::field).containsExactlyInAnyOrder(
                tuple(2, "owner"), tuple(3, "warrantyEnds"),
                tuple(4, "type"), tuple(4, "tag"),
                tuple(5, null), tuple(6, "tag"));
        assertThat(file.assets()).isEmpty();
    }

    @Test
    void aHeadingOfItsOwnIsAMistake() {
        assertThat(read("tag,type,name,password\n").mistakes()).extracting(Mistake::field).containsExactly("password");
        assertThat(read("tag,tag,type\n").mistakes()).extracting(Mistake::field).containsExactly("name", "tag");
        assertThat(read("").mistakes()).extracting(Mistake::field).containsExactly("tag", "type", "name");
    }

    @Test
    void theDemonstrationsTablesHaveTheirColumnsRight() throws IOException {
        for (String client : Set.of("acme", "initech", "kaede")) {
            String text = Files.readString(Path.of("tenants", client, "assets.csv"));
            AssetFile file = AssetFile.read("assets.csv", text, Set.of(), VALIDATOR);
            assertThat(file.mistakes()).allMatch(mistake -> mistake.field().equals("owner"));
            assertThat(file.assets()).isNotEmpty();
        }
    }

    private static AssetFile read(String text) {
        return AssetFile.read("assets.csv", text, Set.of("alice"), VALIDATOR);
    }
}
