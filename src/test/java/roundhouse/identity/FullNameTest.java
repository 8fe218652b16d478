package roundhouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullNameTest {

    @ParameterizedTest
    @CsvSource({
            "Tess Torres,            Tess, TT",
            "Dr. Owen Mercer,        Owen, OM",
            "Prof. Dr. Anita Kapoor, Anita, AK",
            "J. R. Mercer,           J., JR",
            "Cher,                   Cher, C",
            "Dr.,                    Dr., D"})
    void aTitleIsNotSaid(String name, String first, String initials) {
        assertThat(new FullName(name).first()).isEqualTo(first);
        assertThat(new FullName(name).initials()).isEqualTo(initials);
    }
}
