package roundhouse.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Tickets;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class AttachmentsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @Inject
    Attachments attachments;
    @Inject
    FileStore store;
    @Inject
    FileLimits limits;
    @Inject
    SweepOrphanedFiles sweep;
    @Inject
    Tickets tickets;
    @Inject
    Trail trail;
    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    private SignedIn alice;
    private UUID ticket;

    @BeforeEach
    void ask() {
        alice = Cast.alice();
        ticket = ticketOf(alice);
    }

    @Test
    void aFileIsKeptAndGivenBackByteForByte() throws IOException {
        Attachment kept = add(alice, ticket, note(alice, ticket, true), "../Screen shot.png", PNG, true);
        assertThat(kept.name()).isEqualTo("Screen shot.png");
        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(kept.sha256()).hasSize(64);
        Response download = attachments.download(kept);
        try (InputStream content = (InputStream) download.getEntity()) {
            assertThat(content.readAllBytes()).isEqualTo(PNG);
        }
        assertThat(download.getHeaderString("Content-Disposition")).startsWith("attachment; filename=\"Screen shot.png\"");
        assertThat(download.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.getHeaderString("Content-Security-Policy")).isEqualTo("sandbox");
    }

    @Test
    void theTypeIsFoundByContentNotByName() {
        UUID entry = note(alice, ticket, true);
        assertThat(add(alice, ticket, entry, "harmless.txt", PNG, true).type()).isEqualTo("image/png");
        assertThat(add(alice, ticket, entry, "picture.png", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8), true).type())
                .isEqualTo("text/html");
    }

    @Test
    void whatIsInternalNeverReachesTheClient() {
        SignedIn tess = Cast.tess();
        add(tess, ticket, note(tess, ticket, false), "internal.txt", text("internal marker"), false);
        add(tess, ticket, note(tess, ticket, true), "public.txt", text("for all"), true);
        assertThat(names(tess, ticket)).containsExactly("internal.txt", "public.txt");
        assertThat(names(alice, ticket)).containsExactly("public.txt");
    }

    @Test
    void noClientFindsTheFilesOfAnother() {
        SignedIn milton = Cast.milton();
        UUID ofMilton = ticketOf(milton);
        Attachment foreign = add(milton, ofMilton, note(milton, ofMilton, true), "initech-marker.txt", text("secret"), true);
        assertThat(names(alice, ofMilton)).isEmpty();
        assertThat(inside(alice, () -> attachments.byId(foreign.id()))).isEmpty();
        assertThatThrownBy(() -> store.open(alice.home(), foreign.storeKey())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> add(alice, ticket, note(milton, ofMilton, true), "planted.txt", text("x"), true))
                .as("an entry of another client takes none of ours").isInstanceOf(RuntimeException.class);
    }

    @Test
    void aUnitThatFailsLeavesNoFile() throws IOException {
        long before = filesOf(alice);
        assertThatThrownBy(() -> inside(alice, () -> {
            attachments.add(upload("lost.txt", text("lost")), ticket, noteHere(alice, ticket, true), true, by(alice));
            throw new IllegalStateException("and then this");
        })).hasMessage("and then this");
        assertThat(filesOf(alice)).isEqualTo(before);
    }

    @Test
    void anUploadThatIsCutOffLeavesNoFile() throws IOException {
        long before = filesOf(alice);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }
        };
        Upload half = new Upload("half.bin", () -> new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), broken));
        assertThatThrownBy(() -> inside(alice, () -> attachments.add(half, ticket, noteHere(alice, ticket, true), true, by(alice))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(filesOf(alice)).isEqualTo(before);
    }

    @Test
    void aFileThatIsTooLargeOrEmptyIsRefused() throws IOException {
        long before = filesOf(alice);
        byte[] large = new byte[(int) limits.largest().asLongValue() + 1];
        assertThatThrownBy(() -> add(alice, ticket, note(alice, ticket, true), "large.bin", large, true))
                .isInstanceOf(FileRefused.class).hasMessageContaining("25 MB");
        assertThatThrownBy(() -> add(alice, ticket, note(alice, ticket, true), "empty.txt", new byte[0], true))
                .isInstanceOf(FileRefused.class).hasMessageContaining("empty");
        assertThat(filesOf(alice)).isEqualTo(before);
    }

    @Test
    void tenFilesHangOnAnEntryHoweverManyComeAtOnce() throws Exception {
        UUID entry = note(alice, ticket, true);
        assertThat(atOnce(20, () -> add(alice, ticket, entry, "one.txt", text("one"), true))).isEqualTo(limits.mostPerEntry());
        assertThat(names(alice, ticket)).hasSize(limits.mostPerEntry());
    }

    @Test
    void theQuotaHoldsHoweverManyComeAtOnce() throws Exception {
        SignedIn uma = Cast.uma();
        UUID ofUma = ticketOf(uma);
        use(uma, limits.quota().asLongValue() - 25);
        assertThat(atOnce(12, () -> add(uma, ofUma, note(uma, ofUma, true), "ten.txt", text("0123456789"), true))).isEqualTo(2);
        use(uma, 0);
    }

    @Test
    void theSweepTakesOldOrphansAndNothingElse() throws IOException {
        Attachment told = add(alice, ticket, note(alice, ticket, true), "told.txt", text("told"), true);
        StoredFile orphan = store.keep(alice.home(), new ByteArrayInputStream(text("orphan")), 100);
        StoredFile young = store.keep(alice.home(), new ByteArrayInputStream(text("young")), 100);
        for (String old : List.of(told.storeKey(), orphan.key())) {
            Files.setLastModifiedTime(limits.folder().resolve(alice.home() + "/" + old.substring(0, 2) + "/" + old),
                    FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        sweep.sweep(Cast.acme(), Instant.now().minus(Duration.ofDays(1)));
        assertThatThrownBy(() -> store.open(alice.home(), orphan.key())).isInstanceOf(IOException.class);
        store.open(alice.home(), told.storeKey()).close();
        store.open(alice.home(), young.key()).close();
        store.remove(alice.home(), young.key());
    }

    private Attachment add(SignedIn person, UUID on, UUID entry, String name, byte[] content, boolean visible) {
        return inside(person, () -> attachments.add(upload(name, content), on, entry, visible, by(person)));
    }

    private List<String> names(SignedIn person, UUID of) {
        return inside(person, () -> attachments.ofTicket(of)).stream().map(Attachment::name).toList();
    }

    private UUID ticketOf(SignedIn person) {
        Submission submission = new Submission("A file", "See the file", Priority.P3, null, null, null, null);
        return inside(person, () -> tickets.submit(submission, by(person)).id());
    }

    private UUID note(SignedIn person, UUID on, boolean visible) {
        return inside(person, () -> noteHere(person, on, visible));
    }

    private UUID noteHere(SignedIn person, UUID on, boolean visible) {
        return trail.record(on, visible ? Kind.MESSAGE : Kind.NOTE, visible, "see the file", null, by(person)).id();
    }

    private <T> T inside(SignedIn person, Supplier<T> work) {
        int tenant = person.isStaff() ? alice.home() : person.home();
        return units.inside(tenant, person.side(), person.person(), work);
    }

    private By by(SignedIn person) {
        return person.by(Instant.now(), Channel.PORTAL);
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, () -> new ByteArrayInputStream(content));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int atOnce(int times, Supplier<?> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Boolean>> outcomes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            outcomes.add(threads.submit(() -> {
                try {
                    work.get();
                    return true;
                } catch (FileRefused refused) {
                    return false;
                }
            }));
        }
        int taken = 0;
        for (Future<Boolean> outcome : outcomes) {
            taken += outcome.get() ? 1 : 0;
        }
        threads.shutdown();
        return taken;
    }

    private static void use(SignedIn person, long bytes) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute("insert into shelf values (" + person.home() + ", " + bytes + ") on conflict (tenant_id) do update set used = excluded.used");
        }
    }

    private long filesOf(SignedIn person) throws IOException {
        Path folder = limits.folder().resolve(String.valueOf(person.home()));
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
