package roundhouse.identity;

/** Why a sign-in was refused: it came through an identity provider that is not that of the person's home. */
public final class ForeignProvider extends RuntimeException {

    ForeignProvider() {
        super("This sign-in came through an identity provider that is not that of the person's home");
    }

    /** Whatever it was wrapped in on its way. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ForeignProvider) {
                return true;
            }
        }
        return false;
    }
}
