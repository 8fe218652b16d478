package roundhouse.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\alice\\photo.png, photo.png",
        "Rechnung März.pdf, Rechnung März.pdf",
        "日本語.txt, 日本語.txt",
        ".htaccess, htaccess",
        "'a\tb\nc.txt', a b c.txt",
        "'what?<x>|.txt', what__x__.txt",
        "..., file",
        "'', file"
    })
    void aNameIsANameAndNoPath(String given, String kept) {
        assertThat(FileName.clean(given)).isEqualTo(kept);
    }

    @Test
    void noNameHidesItsEnding() {
        assertThat(FileName.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.clean("half\ud83d.txt")).isEqualTo("half.txt");
        assertThat(FileName.clean("nul\u0000.png")).isEqualTo("nul.png");
        assertThat(FileName.clean("x".repeat(500) + ".pdf")).hasSize(120).endsWith(".pdf");
    }

    @Test
    void theHeaderCarriesAnyNameAndNothingElse() {
        assertThat(FileName.disposition("März \"1\".pdf"))
                .isEqualTo("attachment; filename=\"M_rz _1_.pdf\"; filename*=UTF-8''M%C3%A4rz%20%221%22.pdf");
        assertThat(FileName.disposition("a\r\nSet-Cookie: b")).doesNotContain("\r", "\n");
    }
}
