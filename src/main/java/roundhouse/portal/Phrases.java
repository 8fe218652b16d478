package roundhouse.portal;

import roundhouse.tickets.PortalStatus;
import roundhouse.tickets.Request;

/**
 * What the portal says about a request.
 *
 * @param reader number of the person who reads
 */
public record Phrases(WallClock clock, int reader) {

    private static final int GLIMPSE = 120;

    /** In half a line, for lists. */
    public String brief(Request request) {
        return switch (request.status()) {
            case RECEIVED, WORKING -> promises(request) ? "we will " + next(request.promise()) : "changed " + clock.at(request.updatedAt());
            case WAITING_FOR_YOU -> request.question() == null ? "we need an answer from you" : "we asked: “" + glimpse(request.question()) + "”";
            case SOLVED -> "solved " + clock.onDay(request.resolvedAt());
            case CLOSED -> "closed " + clock.onDay(request.updatedAt());
        };
    }

    /** {@code ACME-1042, asked by you today 14:02} */
    public String origin(Request request) {
        return request.ref() + ", asked by " + (isReader(request) ? "you" : request.requester()) + " " + clock.at(request.createdAt());
    }

    /** What happens next, null where there is nothing to say. */
    public String outlook(Request request) {
        return switch (request.status()) {
            case RECEIVED, WORKING -> request.promise() == null ? null
                    : promises(request) ? "We will " + next(request.promise()) + "."
                    : "We wanted to " + next(request.promise()) + " and are late. Your request is not forgotten.";
            case WAITING_FOR_YOU -> "We go on as soon as you answer.";
            case SOLVED -> "If it is not right yet, tell us until " + clock.by(request.reopenUntil()) + " and we open it again.";
            case CLOSED -> "It can be read, but not answered any more.";
        };
    }

    public boolean isReader(Request request) {
        return request.requesterId() == reader;
    }

    public String icon(PortalStatus status) {
        return switch (status) {
            case RECEIVED -> "clock";
            case WORKING -> "working";
            case WAITING_FOR_YOU -> "conversation";
            case SOLVED -> "check";
            case CLOSED -> "lock";
        };
    }

    private boolean promises(Request request) {
        return request.promise() != null && !request.promise().at().isBefore(clock.now());
    }

    private String next(Request.Promise promise) {
        return switch (promise.subject()) {
            case ANSWER -> "answer by ";
            case WORD -> "write to you by ";
            case SOLUTION -> "solve it by ";
        } + clock.by(promise.at());
    }

    private static String glimpse(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= GLIMPSE ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(GLIMPSE, line.codePointCount(0, line.length())))) + "…";
    }
}
