package jp.tenken.query.history.entries;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;

/**
 * Under which keys rows are kept, and how entries are sorted: by the instant of their recording,
 * then by sequence. That is the order of the sequences, and it lets a list begin and end at an
 * instant.
 */
final class HistoryKeys {

    /** Sorts behind the rows that are not entries: those have no place in the order. */
    static final String FIRST = "0";

    private static final int MICROS_DIGITS = 17;
    private static final int SEQUENCE_DIGITS = 19;

    private HistoryKeys() {}

    /** An event id cannot contain the slash. */
    static String contract(ContractId contractId) {
        return "contract/" + contractId;
    }

    static String item(ContractId contractId, ItemCode itemCode) {
        return "item/" + contractId + "/" + itemCode;
    }

    static String sort(Entry entry) {
        return from(entry.recordedAt()) + padded(entry.sequence(), SEQUENCE_DIGITS);
    }

    /** Not above any entry recorded at the instant or later, above all others. */
    static String from(Instant instant) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        boolean within = instant.getNano() % 1_000 != 0;
        return padded(within ? micros + 1 : micros, MICROS_DIGITS);
    }

    /** Above every entry recorded at the instant or earlier, not above any other. */
    static String behind(Instant instant) {
        return padded(ChronoUnit.MICROS.between(Instant.EPOCH, instant) + 1, MICROS_DIGITS);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
