package jp.tenken.query.history.entries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What an event says beyond whom it concerns.
 *
 * @param subject what it is about, as a path below the municipality; empty = the municipality
 * @param itemCodes the items that it names
 * @param departments that it names besides those of its contracts
 * @param words that its summary needs, by the name of their place
 * @param reason why it happened; null where nobody said, or where it is sealed
 * @param sealedReason the same, sealed
 * @param comment what was said with it, sealed
 * @param changeReason why an item was decided otherwise than before
 */
public record Told(
        String subject,
        List<ItemCode> itemCodes,
        List<DepartmentCode> departments,
        Map<String, String> words,
        @Nullable String reason,
        @Nullable SealedText sealedReason,
        @Nullable SealedText comment,
        @Nullable String changeReason) {

    /**
     * Copies the collections; the words in the order of their places, so that a row reads the same
     * whichever run of the program writes it.
     */
    public Told {
        itemCodes = List.copyOf(itemCodes);
        departments = List.copyOf(departments);
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    static Told about(String subject) {
        return new Told(subject, List.of(), List.of(), Map.of(), null, null, null, null);
    }

    Told items(List<ItemCode> codes) {
        return new Told(
                subject, codes, departments, words, reason, sealedReason, comment, changeReason);
    }

    Told departments(List<DepartmentCode> codes) {
        List<DepartmentCode> more = new ArrayList<>(departments);
        more.addAll(codes);
        return new Told(
                subject, itemCodes, more, words, reason, sealedReason, comment, changeReason);
    }

    Told word(String place, Object word) {
        Map<String, String> more = new HashMap<>(words);
        more.put(place, word.toString());
        return new Told(
                subject, itemCodes, departments, more, reason, sealedReason, comment, changeReason);
    }

    Told because(@Nullable String why) {
        return new Told(
                subject, itemCodes, departments, words, why, sealedReason, comment, changeReason);
    }

    Told because(@Nullable SealedText why) {
        return new Told(subject, itemCodes, departments, words, reason, why, comment, changeReason);
    }

    Told saying(@Nullable SealedText what) {
        return new Told(
                subject, itemCodes, departments, words, reason, sealedReason, what, changeReason);
    }

    Told changed(@Nullable String why) {
        return new Told(subject, itemCodes, departments, words, reason, sealedReason, comment, why);
    }
}
