package jp.tenken.query.incident.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.SealedText;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/** What has to be looked up to show incidents. */
final class IncidentContents {

    private IncidentContents() {}

    /** Every contract that was ever concerned. */
    static Set<ContractId> contracts(List<IncidentRow> rows) {
        Set<ContractId> ids = new HashSet<>();
        for (IncidentRow row : rows) {
            ids.addAll(row.contractIds());
            row.revisions().forEach(each -> each.contracts().forEach(c -> ids.add(c.contractId())));
        }
        return ids;
    }

    /** Everybody who said something. */
    static List<@Nullable RecordedActor> actors(List<IncidentRow> rows) {
        List<@Nullable RecordedActor> actors = new ArrayList<>();
        for (IncidentRow row : rows) {
            row.revisions().forEach(each -> actors.add(each.actor()));
            IncidentRow.Classification classification = row.classification();
            actors.add(classification == null ? null : classification.actor());
        }
        return actors;
    }

    /** Everything that was said. */
    static List<@Nullable SealedText> texts(List<IncidentRow> rows) {
        List<@Nullable SealedText> texts = new ArrayList<>();
        for (IncidentRow row : rows) {
            for (IncidentRow.KnownState each : row.revisions()) {
                texts.add(each.facts().summary());
                texts.add(each.facts().dataItems());
            }
            IncidentRow.Classification classification = row.classification();
            texts.add(classification == null ? null : classification.reason());
            texts.add(row.outcome());
        }
        return texts;
    }
}
