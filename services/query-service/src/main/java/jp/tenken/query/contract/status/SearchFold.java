package jp.tenken.query.contract.status;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts that a reader takes for the same the same: full-width and half-width forms, capital
 * and small letters. Applied to rows and queries alike.
 */
final class SearchFold {

    private SearchFold() {}

    /** NFKC, then lower case, then NFKC again, because lower case can undo the composition. */
    static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
