package roundhouse.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColourTest {

    @Test
    void contrastIsWcags() {
        assertThat(Colour.WHITE.contrast(Colour.BLACK)).isEqualTo(21, within(1e-9));
        assertThat(Colour.of("#777777").orElseThrow().contrast(Colour.WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(Colour.of("#767676").orElseThrow().contrast(Colour.WHITE)).isEqualTo(4.54, within(0.005));
    }

    @Test
    void onlySixDigitsAreAColour() {
        assertThat(Colour.of("#B3261E")).map(Colour::toString).contains("#b3261e");
        assertThat(List.of("b3261e", "#fff", "red", "#b3261e;", "#b3261g", "#b3261e}body{", "")).allMatch(text -> Colour.of(text).isEmpty());
    }

    @Property
    void textIsReadableInEveryAccent(@ForAll @IntRange(max = 255) int red, @ForAll @IntRange(max = 255) int green, @ForAll @IntRange(max = 255) int blue) {
        Colour accent = new Colour(red, green, blue);
        assertThat(accent.contrast(accent.ink())).isGreaterThanOrEqualTo(Colour.READABLE);
        assertThat(accent.readableOn(List.of(Colour.WHITE), Colour.BLACK).contrast(Colour.WHITE)).isGreaterThanOrEqualTo(Colour.READABLE);
        assertThat(accent.readableOn(List.of(Colour.BLACK), Colour.WHITE).contrast(Colour.BLACK)).isGreaterThanOrEqualTo(Colour.READABLE);
    }

    @Test
    void anAccentThatIsReadableStaysAsItIs() {
        Colour accent = Colour.of("#b3261e").orElseThrow();
        assertThat(accent.readableOn(List.of(Colour.WHITE), Colour.BLACK)).isEqualTo(accent);
    }
}
