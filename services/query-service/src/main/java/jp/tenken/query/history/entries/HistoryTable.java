package jp.tenken.query.history.entries;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * Entries as CSV (RFC 4180, UTF-8, a header line, lines ended by CRLF).
 *
 * <p>A cell that a spreadsheet would take for a formula begins with an apostrophe: what somebody
 * typed as a reason must not run on an auditor's desk.
 */
final class HistoryTable {

    private static final String LINE_END = "\r\n";
    private static final String HEADER =
            "sequence,eventId,type,time,recordedAt,actorSubject,actorRole,actorDepartmentCode,actorDisplayName,"
                    + "subject,summaryJa,summaryEn,beforeAnswer,beforeReason,afterAnswer,"
                    + "afterReason,reason,changeReason,comment";

    private HistoryTable() {}

    /** The document; only the header line where there are no entries. */
    static byte[] csv(List<HistoryItem> items) {
        return Stream.concat(Stream.of(HEADER), items.stream().map(HistoryTable::line))
                .collect(Collectors.joining(LINE_END, "", LINE_END))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(HistoryItem item) {
        ShownActor actor = item.actor();
        GivenAnswer before = item.before();
        GivenAnswer after = item.after();
        return Stream.<Object>of(
                        item.sequence(),
                        item.eventId(),
                        item.type(),
                        item.time(),
                        item.recordedAt(),
                        actor == null ? "" : actor.subject(),
                        actor == null ? "" : text(actor.role()),
                        actor == null ? "" : text(actor.departmentCode()),
                        actor == null ? "" : text(actor.displayName()),
                        item.subject(),
                        item.summaryJa(),
                        item.summaryEn(),
                        before == null ? "" : before.answer(),
                        before == null ? "" : text(before.reason()),
                        after == null ? "" : after.answer(),
                        after == null ? "" : text(after.reason()),
                        text(item.reason()),
                        text(item.changeReason()),
                        text(item.comment()))
                .map(value -> cell(String.valueOf(value)))
                .collect(Collectors.joining(","));
    }

    private static String cell(String value) {
        String safe =
                !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
