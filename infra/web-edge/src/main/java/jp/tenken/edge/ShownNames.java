package jp.tenken.edge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to show as the names of people.
 *
 * @param bySubject the name, or {@link OpenedTexts#ERASED} for who was erased; nobody else
 */
public record ShownNames(Map<String, String> bySubject) {

    /** Copies the names. */
    public ShownNames {
        bySubject = Map.copyOf(bySubject);
    }

    /** What to show for a subject; null for one whose name was never known, and for null. */
    public @Nullable String of(@Nullable String subject) {
        return subject == null ? null : bySubject.get(subject);
    }

    /** Without the names, so that none gets into a log. */
    @Override
    public String toString() {
        return "ShownNames[" + bySubject.size() + "]";
    }
}
