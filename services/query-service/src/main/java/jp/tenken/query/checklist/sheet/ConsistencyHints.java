package jp.tenken.query.checklist.sheet;

import static jp.tenken.kernel.checklist.Answer.IMPLEMENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.contract.ContractFacts;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers that do not go together, or not with the facts of the contract. A fact that nobody
 * declared contradicts nothing.
 *
 * <p>H7 and H9 need what no event says yet: planned work, and who handles the data.
 */
final class ConsistencyHints {

    private static final List<String> NORMALLY_NEEDED =
            List.of("OPS-01", "OPS-02", "OPS-03", "OPS-10", "OPS-11");
    private static final String SYSTEM_SECTION = "SYS-";
    private static final int SYSTEM_ITEMS = 13;
    private static final int DAYS_FOR_THE_ERASURE_REPORT = 30;

    private final Circumstances circumstances;
    private final ContractFacts facts;
    private final Map<String, DecidedItem> decided;
    private final GivenAnswers answers;
    private final List<Hint> found = new ArrayList<>();

    private ConsistencyHints(ChecklistRow row) {
        this.circumstances = row.circumstances();
        this.facts = circumstances.facts();
        this.decided = row.answers().decided();
        this.answers = new GivenAnswers(decided);
    }

    /**
     * The hints, in the order of their ids.
     *
     * @param row the checklist in the revision to look at
     * @param today the day for which to ask
     */
    static List<Hint> of(ChecklistRow row, LocalDate today) {
        ConsistencyHints hints = new ConsistencyHints(row);
        hints.portableMedia();
        hints.minusWithoutReason();
        hints.normallyNeeded();
        hints.againstFacts();
        hints.noErasureReport(today);
        hints.noSystemMeasure();
        hints.stale();
        return List.copyOf(hints.found);
    }

    // OPS-05 itself speaks of media that are handed over, so it takes a declared "no" to silence
    // this one.
    private void portableMedia() {
        List<String> codes = answers.minus("OPS-06", "OPS-07");
        if (answers.has("OPS-05", IMPLEMENT)
                && !Boolean.FALSE.equals(facts.mediaElectronicPortable())
                && !codes.isEmpty()) {
            codes.addFirst("OPS-05");
            add(
                    "H1",
                    codes,
                    "電磁的媒体の手渡しを行うことになっています。手交や受渡しの管理簿は本当に不要ですか。",
                    "Portable media are to be handed over: is there really no hand delivery and no"
                            + " transfer ledger?");
        }
    }

    private void minusWithoutReason() {
        List<String> codes = answers.minus(item -> item.reason() == null);
        if (!codes.isEmpty()) {
            add("H2", codes, "「－」の理由が記載されていません。", "－ is given without a reason.");
        }
    }

    private void normallyNeeded() {
        List<String> codes = answers.minus(NORMALLY_NEEDED.toArray(String[]::new));
        if (!codes.isEmpty()) {
            add(
                    "H3",
                    codes,
                    "通常は必ず必要となる対策が「－」になっています。",
                    "A measure that is normally always needed is marked －.");
        }
    }

    private void againstFacts() {
        List<String> electronicOnly =
                answers.minus("OPS-06", "OPS-07", "OPS-08").stream()
                        .filter(code -> answers.saysElectronicOnly(code))
                        .toList();
        contradiction(
                "H4",
                facts.mediaPaper(),
                electronicOnly,
                "「電子データのみ」を理由としていますが、紙媒体を扱う契約です。",
                "The reason is that only electronic data are handled, but the contract handles"
                        + " paper.");
        contradiction(
                "H5",
                facts.usesCloudService(),
                answers.minus("SYS-11"),
                "クラウドサービスを利用する契約です。サーバの所在と準拠法を確認してください。",
                "The contract uses a cloud service: the location of the servers has to be stated.");
        contradiction(
                "H6",
                facts.remoteBuildOrMaintenance(),
                answers.minus("SYS-12", "SYS-13"),
                "リモートでの構築・保守を行う契約ですが、リモート作業の対策が「－」になっています。",
                "The contract includes remote construction or maintenance, but its measures are"
                        + " marked －.");
        List<String> storage = answers.minus("OPS-08", "SYS-07");
        contradiction(
                "H8",
                facts.contractorStoresData(),
                storage.size() == 2 ? storage : List.of(),
                "受託者側に保存する契約ですが、保管とアクセス制御がともに「－」です。どこに保存しますか。",
                "The contractor stores data, but both locked storage and access control are marked"
                        + " －: where is it stored?");
    }

    private void noErasureReport(LocalDate today) {
        LocalDate lastDay = circumstances.lastDay();
        if (lastDay != null
                && answers.has("OPS-09", IMPLEMENT)
                && circumstances.erasureReports().isEmpty()
                && lastDay.plusDays(DAYS_FOR_THE_ERASURE_REPORT).isBefore(today)) {
            add(
                    "H10",
                    List.of("OPS-09"),
                    "契約の終了から30日を過ぎましたが、消去報告書が登録されていません。",
                    "The contract ended more than 30 days ago, but no erasure report is referenced.");
        }
    }

    private void stale() {
        List<String> codes =
                decided.entrySet().stream()
                        .filter(each -> each.getValue().stale())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!codes.isEmpty()) {
            add(
                    "H12",
                    codes,
                    "判断の後に取扱状況または方針等が変わりました。再確認してください。",
                    "Facts or policies changed after these items were decided: reconfirm them.");
        }
    }

    private void noSystemMeasure() {
        List<String> systems =
                answers.minus(item -> true).stream()
                        .filter(code -> code.startsWith(SYSTEM_SECTION))
                        .toList();
        contradiction(
                "H11",
                facts.usesInformationSystem(),
                systems.size() == SYSTEM_ITEMS ? systems : List.of(),
                "情報システムで処理する契約ですが、システム上の対策がすべて「－」です。",
                "The contract uses an information system, but every system measure is marked －.");
    }

    private void contradiction(
            String id, @Nullable Boolean fact, List<String> codes, String ja, String en) {
        if (Boolean.TRUE.equals(fact) && !codes.isEmpty()) {
            add(id, codes, ja, en);
        }
    }

    private void add(String id, List<String> codes, String ja, String en) {
        found.add(new Hint(id, codes.stream().map(ItemCode::of).toList(), ja, en));
    }
}
