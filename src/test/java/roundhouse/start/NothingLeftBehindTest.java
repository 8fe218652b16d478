package roundhouse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingLeftBehindTest {
    @TempDir
    Path folder;

    private Process child;

    @BeforeEach
    void aChildRuns() throws IOException {
        child = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("process"), child.pid() + "\n");
    }

    @AfterEach
    void noChildRuns() {
        child.destroyForcibly();
    }

    @Test
    void anOrphanOfAKilledRunIsStopped() throws InterruptedException {
        childKnownBy("sleep 600").stop(Duration.ofSeconds(10));
        // that it has ended reaches its parent a moment later
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStrangerWithTheNumberOfAnOldChildIsLeftAlone() {
        childKnownBy("postgres").stop(Duration.ofSeconds(10));
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aKilledServiceTakesItsChildWithIt() throws Exception {
        LastWill lastWill = LastWill.over(folder.resolve("process"), "sleep", "TERM");
        lastWill.shell().getOutputStream().close();
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServiceThatEndsInOrderTakesItsWillBack() throws Exception {
        LastWill lastWill = LastWill.over(folder.resolve("process"), "sleep", "TERM");
        lastWill.close();
        assertThat(lastWill.shell().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aSecondRunOnTheSameFolderIsRefused() {
        try (DataFolder first = DataFolder.claim(folder.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.claim(folder.resolve("data")))
                    .isInstanceOf(CannotStart.class).hasMessageContaining("ROUNDHOUSE_DATA");
        }
        DataFolder.claim(folder.resolve("data")).close();
    }

    @Test
    void secretsAreMadeOnceAndAreOursAlone() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String made = Secrets.keptIn(file).of("keycloak-client");
        assertThat(made).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Secrets.keptIn(file).of("keycloak-client")).isEqualTo(made);
        assertThat(Secrets.keptIn(file).of("database-app")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aPortThatAnswersOnOneLoopbackAddressOnlyIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
        assertThat(Ports.isFree(Ports.free())).isTrue();
    }

    private ChildFile childKnownBy(String word) {
        return new ChildFile(folder.resolve("process"), word);
    }
}
