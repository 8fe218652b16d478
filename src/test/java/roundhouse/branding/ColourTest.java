package roundhouse.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

    @Test
    void textIsReadableInEveryAccent() {
        for (int red = 0; red <= 255; red += 5) {
            for (int green = 0; green <= 255; green += 5) {
                for (int blue = 0; blue <= 255; blue += 5) {
                    textIsReadableIn(new Colour(red, green, blue));
                }
            }
        }
    }

    private static void textIsReadableIn(Colour accent) {
        boolean readable = accent.contrast(accent.ink()) >= Colour.READABLE
                && accent.readableOn(List.of(Colour.WHITE), Colour.BLACK).contrast(Colour.WHITE) >= Colour.READABLE
                && accent.readableOn(List.of(Colour.BLACK), Colour.WHITE).contrast(Colour.BLACK) >= Colour.READABLE;
        assertThat(readable).as("text on and in %s", accent).isTrue();
    }

    @Test
    void anAccentThatIsReadableStaysAsItIs() {
        Colour accent = Colour.of("#b3261e").orElseThrow();
        assertThat(accent.readableOn(List.of(Colour.WHITE), Colour.BLACK)).isEqualTo(accent);
    }
}
