package jp.tenken.edge;

import java.util.Map;
import java.util.Optional;
import jp.tenken.kernel.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What the sealed texts of an answer say.
 *
 * @param readable the texts whose keys are there; all others are erased
 */
public record OpenedTexts(Map<SealedText, String> readable) {

    /** Stands where a text or a name was, once it is erased. The same in every language. */
    public static final String ERASED = "消去済み";

    /** Copies the texts. */
    public OpenedTexts {
        readable = Map.copyOf(readable);
    }

    /** What to show for a sealed text: its words or {@link #ERASED}; null for null. */
    public @Nullable String shown(@Nullable SealedText text) {
        return text == null ? null : find(text).orElse(ERASED);
    }

    /** The words; empty = erased. */
    public Optional<String> find(SealedText text) {
        return Optional.ofNullable(readable.get(text));
    }

    /** Without the words, so that none gets into a log. */
    @Override
    public String toString() {
        return "OpenedTexts[" + readable.size() + "]";
    }
}
