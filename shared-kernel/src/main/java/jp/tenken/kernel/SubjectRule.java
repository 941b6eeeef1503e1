package jp.tenken.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may be called who is named in a request: the subject of a token, which says nothing
 * to who does not know the directory. A name in its place would stand in the log for ever.
 */
public final class SubjectRule {

    /** As OpenID Connect has it: ASCII, at most 255; and nothing between words. */
    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    private SubjectRule() {}

    /**
     * The subject.
     *
     * @param field where it stands, for the violation
     * @param subject null and blank are the same absence; whatever else has not the form is refused
     *     ({@code subject-invalid})
     * @return null where nobody is named
     */
    public static @Nullable String optional(String field, @Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            return null;
        }
        if (!FORM.matcher(subject).matches()) {
            throw Rejection.invalidField(field, RejectionCodes.SUBJECT_INVALID);
        }
        return subject;
    }
}
