package jp.tenken.query.checklist.sheet;

import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.query.reading.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of a checklist a request asks for.
 *
 * @param number from 1; 0 = none in particular
 * @param inForce whether the one in force is asked for; else, without a number, the latest
 */
record Revision(int number, boolean inForce) {

    /** The latest revision, whatever its state. */
    static final Revision LATEST = new Revision(0, false);

    private static final Revision IN_FORCE = new Revision(0, true);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * Reads a parameter; refuses with {@code parameter-invalid} what names no revision.
     *
     * @param text {@code latest}, {@code in_force} or a number from 1; null = {@code latest}
     */
    static Revision of(String parameter, @Nullable String text) {
        Revision revision = text == null ? LATEST : find(text);
        if (revision == null) {
            throw Parameters.invalid(parameter);
        }
        return revision;
    }

    /** The revision that a text names; null where it names none. */
    static @Nullable Revision find(String text) {
        return switch (text) {
            case "latest" -> LATEST;
            case "in_force" -> IN_FORCE;
            default ->
                    NUMBER.matcher(text).matches()
                            ? new Revision(Integer.parseInt(text), false)
                            : null;
        };
    }

    /**
     * Where the revision's answers are.
     *
     * @param row the checklist as it stands
     * @param day on which it is to be in force, where that is asked for
     * @return {@link ConfirmedRevision#STANDING} = in this row, else the sequence at which the row
     *     held them; refused with {@code revision-not-found} where there is no such revision, also
     *     where it was discarded
     */
    long place(ChecklistRow row, LocalDate day) {
        if (row.template() == null) {
            throw notFound();
        }
        int wanted = number;
        if (inForce) {
            ConfirmedRevision found = ConfirmedRevision.inForceOn(day, row.confirmed());
            if (found == null) {
                throw notFound();
            }
            wanted = found.number();
        }
        if (wanted == 0 || wanted == row.answers().latest().number()) {
            return ConfirmedRevision.STANDING;
        }
        ConfirmedRevision confirmed = row.confirmed(wanted);
        if (confirmed == null) {
            throw notFound();
        }
        return confirmed.lastSequence();
    }

    private static Rejection notFound() {
        return Rejection.notFound(RejectionCodes.REVISION_NOT_FOUND);
    }
}
