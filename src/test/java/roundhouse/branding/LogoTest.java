package roundhouse.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    @Test
    void aDrawingStaysADrawing() {
        String kept = drawing("<title>ACME</title><defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#b3261e\"/></linearGradient></defs>"
                + "<style>.b { fill: url(#a); stroke: #fff }</style><path class=\"b\" style=\"opacity: .5\" d=\"M0 0h9\"/>");
        assertThat(kept).contains("<title>ACME</title>", "fill: url(#a)", "d=\"M0 0h9\"", "style=\"opacity: .5\"", "viewBox=\"0 0 9 9\"");
    }

    @Test
    void whatADrawingProgramLeavesIsDropped() {
        String kept = drawing("<!-- made by hand --><metadata><x/></metadata>"
                + "<i:view xmlns:i=\"urn:inkscape\"><i:script>alert(1)</i:script></i:view><g xmlns:i=\"urn:inkscape\" i:label=\"Layer\" data-x=\"1\"/>");
        assertThat(kept).contains("<g").doesNotContain("hand", "metadata", "inkscape", "alert", "label", "data-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>",
        "<rect onload=\"alert(1)\"/>",
        "<rect ONCLICK=\"alert(1)\"/>",
        "<a href=\"javascript:alert(1)\"><rect/></a>",
        "<image href=\"https://tracker.example/x.png\"/>",
        "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"https://evil.example/#x\"/>",
        "<linearGradient href=\"data:image/svg+xml;base64,AAAA\"/>",
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
        "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
        "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
        "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<set attributeName=\"onload\" to=\"alert(1)\"/>",
        "<rect style=\"fill: url(https://evil.example/)\"/>",
        "<rect fill=\"url(//evil.example/#a)\"/>",
        "<rect style=\"fill: u\\72l(https://evil.example/)\"/>",
        "<style>@import 'https://evil.example/a.css';</style>",
        "<style>rect { background: url('https://evil.example/') }</style>",
        "<style><![CDATA[ rect { background: URL(//evil.example/) } ]]></style>",
        "<text>&outside;</text>"
    })
    void whatRunsOrReachesOutIsRefused(String inside) {
        assertThatThrownBy(() -> drawing("\n" + inside)).isInstanceOfSatisfying(BrandRefused.class, refused -> {
            assertThat(refused.field()).isEqualTo("logo");
            assertThat(refused.line()).isEqualTo(2);
        });
    }

    @Test
    void entitiesAreNeverResolved() {
        String secret = "<!DOCTYPE svg [<!ENTITY outside SYSTEM \"file:///etc/hostname\">]>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&outside;</text></svg>";
        assertThatThrownBy(() -> Logo.of(secret.getBytes(StandardCharsets.UTF_8))).isInstanceOf(BrandRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no picture", "<html><script>alert(1)</script></html>", "<svg/>", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "GIF89a"})
    void whatIsNoPictureIsRefused(String file) {
        assertThatThrownBy(() -> Logo.of(file.getBytes(StandardCharsets.UTF_8))).isInstanceOf(BrandRefused.class);
    }

    @Test
    void aLogoIsSmall() {
        assertThatThrownBy(() -> Logo.of(new byte[Logo.LARGEST + 1])).isInstanceOf(BrandRefused.class).hasMessageContaining("256 KiB");
    }

    @Test
    void theLogosOfTheDemonstrationAreTaken() throws IOException {
        List<Path> logos;
        try (Stream<Path> found = Files.find(Path.of("tenants"), 3, (path, is) -> path.endsWith("brand/logo.svg"))) {
            logos = found.toList();
        }
        assertThat(logos).hasSize(24);
        for (Path logo : logos) {
            Logo once = Logo.of(Files.readAllBytes(logo));
            assertThat(once.type()).isEqualTo(Logo.SVG);
            assertThat(Logo.of(once.content())).as("rewriting what was rewritten changes nothing: " + logo).isEqualTo(once);
        }
    }

    private static String drawing(String inside) {
        String file = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + inside + "</svg>";
        return new String(Logo.of(file.getBytes(StandardCharsets.UTF_8)).content(), StandardCharsets.UTF_8);
    }
}
