package jp.tenken.query.checklist.sheet;

import static jp.tenken.kernel.checklist.Answer.NOT_NEEDED;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.tenken.kernel.checklist.Answer;

/**
 * Questions that hints ask about answers.
 *
 * @param decided decisions by item code, in the order of the codes
 */
record GivenAnswers(Map<String, DecidedItem> decided) {

    /** Whether the item has this answer. */
    boolean has(String code, Answer answer) {
        DecidedItem item = decided.get(code);
        return item != null && item.answer() == answer;
    }

    /** Those of the items that have －, in the given order. */
    List<String> minus(String... codes) {
        List<String> found = new ArrayList<>();
        for (String code : codes) {
            if (has(code, NOT_NEEDED)) {
                found.add(code);
            }
        }
        return found;
    }

    /** The items with － of which this holds, in the order of the codes. */
    List<String> minus(Predicate<DecidedItem> which) {
        List<String> codes = new ArrayList<>();
        decided.forEach(
                (code, item) -> {
                    if (item.answer() == NOT_NEEDED && which.test(item)) {
                        codes.add(code);
                    }
                });
        return codes;
    }

    /** Whether the reason of an item is that only electronic data are handled. */
    boolean saysElectronicOnly(String code) {
        DecidedItem item = decided.get(code);
        if (item == null || item.reason() == null) {
            return false;
        }
        String reason = Normalizer.normalize(item.reason(), Normalizer.Form.NFKC);
        return reason.contains("電子") && reason.contains("のみ");
    }
}
