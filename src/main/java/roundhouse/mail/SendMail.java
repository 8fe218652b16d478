package roundhouse.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Empties the outbox: each letter at least once, and under the same Message-ID when in doubt. */
@ApplicationScoped
class SendMail {

    private static final Logger LOG = Logger.getLogger(SendMail.class);
    private static final int BATCH = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Outbox outbox;
    private final ReactiveMailer mailer;
    private final MailSettings settings;
    private final Units units;
    private final DatabaseTime time;

    SendMail(Outbox outbox, ReactiveMailer mailer, MailSettings settings, Units units, DatabaseTime time) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.settings = settings;
        this.units = units;
        this.time = time;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void send() {
        List<Outbox.Claimed> claimed;
        do {
            claimed = outbox.claim(BATCH);
            claimed.forEach(this::send);
        } while (claimed.size() == BATCH);
    }

    private void send(Outbox.Claimed claimed) {
        try {
            Optional<Outbox.Waiting> waiting = units.inside(claimed.tenantId(), Side.SYSTEM, 0, () -> outbox.waiting(claimed.id()));
            waiting.ifPresent(letter -> mark(claimed, outcome(letter)));
        } catch (RuntimeException e) {
            // One that cannot be read or marked must not hold up the rest; its claim runs out and it is tried again
            LOG.error("Mail " + claimed.id() + " of tenant " + claimed.tenantId() + " could not be handled", e);
        }
    }

    private void mark(Outbox.Claimed claimed, Consumer<Outbox> outcome) {
        units.inside(claimed.tenantId(), Side.SYSTEM, 0, () -> {
            outcome.accept(outbox);
            return null;
        });
    }

    private Consumer<Outbox> outcome(Outbox.Waiting waiting) {
        Letter letter = waiting.letter();
        if (settings.host().isEmpty()) {
            return then -> then.kept(letter.id(), time.now());
        }
        try {
            mailer.send(mail(letter)).await().atMost(PATIENCE);
            return then -> then.sent(letter.id(), time.now());
        } catch (RuntimeException e) {
            return afterFailure(waiting, e);
        }
    }

    private Consumer<Outbox> afterFailure(Outbox.Waiting waiting, RuntimeException failure) {
        Letter letter = waiting.letter();
        String error = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Instant now = time.now();
        if (refusesRecipient(failure) || now.isAfter(waiting.writtenAt().plus(settings.giveUpAfter()))) {
            LOG.warnf("Mail %s is given up after %d attempts: %s", letter.messageId(), waiting.attempts() + 1, error);
            return then -> then.givenUp(letter.id(), now, error);
        }
        LOG.infof("Mail %s could not be sent, attempt %d: %s", letter.messageId(), waiting.attempts() + 1, error);
        return then -> then.failed(letter.id(), now.plus(pause(waiting.attempts())), error);
    }

    private Duration pause(int attempts) {
        Duration pause = settings.retryAfter().multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** 550 to 554 (RFC 5321): no such mailbox, or not by this way; waiting will not help. */
    private static boolean refusesRecipient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                return refusal.getReplyCode() >= 550 && refusal.getReplyCode() <= 554;
            }
        }
        return false;
    }

    private static Mail mail(Letter letter) {
        String from = named(letter.senderName(), letter.sender());
        Mail mail = new Mail().addTo(letter.recipient()).setFrom(from).setReplyTo(from).setSubject(letter.subject())
                .setText(letter.text()).setHtml(letter.html()).addHeader("Message-ID", letter.messageId());
        if (!letter.earlier().isEmpty()) {
            mail.addHeader("In-Reply-To", letter.earlier().get(letter.earlier().size() - 1)).addHeader("References", String.join(" ", letter.earlier()));
        }
        return letter.isAutomatic() ? mail.addHeader("Auto-Submitted", "auto-generated") : mail;
    }

    private static String named(String name, String address) {
        return name.replaceAll("[<>\"\\\\,;:@()\\[\\]\\p{Cntrl}\\s]+", " ").strip() + " <" + address + ">";
    }
}
