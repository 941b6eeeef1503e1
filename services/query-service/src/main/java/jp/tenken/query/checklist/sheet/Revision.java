package jp.tenken.query.checklist.sheet;

import java.util.regex.Pattern;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.query.reading.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of a checklist a request asks for. A checklist that nobody submitted yet has its
 * first revision and nothing in force.
 */
final class Revision {

    /** The revision that a checklist is opened with. */
    static final int FIRST = 1;

    private static final String LATEST = "latest";
    private static final String IN_FORCE = "in_force";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private Revision() {}

    /**
     * Refuses with {@code parameter-invalid} what names no revision, and with {@code
     * revision-not-found} one that is not there.
     *
     * @param text {@code latest}, {@code in_force} or a number from 1; null = {@code latest}
     */
    static void require(@Nullable String text) {
        if (text == null || text.equals(LATEST)) {
            return;
        }
        boolean number = NUMBER.matcher(text).matches();
        if (!number && !text.equals(IN_FORCE)) {
            throw Parameters.invalid("revision");
        }
        if (!number || Integer.parseInt(text) != FIRST) {
            throw Rejection.notFound(RejectionCodes.REVISION_NOT_FOUND);
        }
    }
}
