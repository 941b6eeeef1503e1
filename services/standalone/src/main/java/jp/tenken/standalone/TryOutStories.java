package jp.tenken.standalone;

import static jp.tenken.standalone.TryOutPeople.body;

import java.util.List;
import java.util.Map;
import jp.tenken.standalone.TryOutWard.Registered;
import jp.tenken.standalone.TryOutWard.Terms;
import reactor.core.publisher.Mono;

/** What happens to the contracts of one ward of the try-out. */
final class TryOutStories {

    private static final String ITEM = "SYS-12";

    private final TryOutWard ward;
    private final TryOutDates dates;

    /**
     * A contract's story.
     *
     * @param about what it shows, for whoever watches the start
     * @param told plays it
     */
    record Story(String about, Mono<Registered> told) {}

    TryOutStories(TryOutWard ward, TryOutDates dates) {
        this.ward = ward;
        this.dates = dates;
    }

    /** The six contracts that tell what can happen to a checklist. */
    List<Story> six() {
        return List.of(
                new Story("記入済み様式の取込みと確定 / the ward's own filled form, confirmed", imported()),
                new Story("協議による対策の変更 / a measure changed by a consultation", changed()),
                new Story("対応中の事故 / a running incident", stricken()),
                new Story("未決定 / nothing decided yet", undecided()),
                new Story("審査中 / in review", inReview()),
                new Story("終了、消去は未検証 / over, its erasure not verified", over()));
    }

    /** Two contracts without incidents: one in force, one begun. */
    List<Story> quiet() {
        return List.of(
                new Story("確定済み / confirmed", inForce(terms(1, "電話受付業務委託", "0101", "株式会社見本コール"))),
                new Story("記入中 / being filled in", begun()));
    }

    private Mono<Registered> imported() {
        return ward.imported(terms(1, "区民アンケート集計業務委託", "0101", "株式会社見本データ"))
                .flatMap(it -> ward.confirmed(it, 1, dates.year().from()));
    }

    private Mono<Registered> inForce(Terms terms) {
        return ward.registered(terms)
                .flatMap(ward::decided)
                .flatMap(it -> ward.confirmed(it, 1, terms.days().from()));
    }

    /** The dedicated line is given up together with the remote maintenance. */
    private Mono<Registered> changed() {
        return inForce(terms(2, "住民情報システム運用保守業務委託", "0102", "株式会社見本クラウド"))
                .flatMap(this::consulted)
                .flatMap(
                        it ->
                                ward.decided(
                                        it,
                                        ITEM,
                                        body(
                                                "answer", "not_needed",
                                                "reason", "リモートでの構築・保守を行わないため",
                                                "changeReason", "庁舎内作業への切替えを協議で合意したため")))
                .flatMap(it -> ward.confirmed(it, 2, dates.today()));
    }

    /** The agreement opens the revision that carries it. */
    private Mono<Registered> consulted(Registered contract) {
        return ward.opened(
                        contract,
                        "consultations",
                        body(
                                "topic", "measure_change",
                                "subject", "リモート保守の廃止について",
                                "proposal", "保守を庁舎内での作業に切り替え、専用回線を廃止したい。",
                                "itemCodes", List.of(ITEM)))
                .flatMap(
                        id ->
                                ward.settled(
                                        id,
                                        body(
                                                "measures", "庁舎内で、区の機器だけを使って保守を行う。",
                                                "effectiveOn", dates.today(),
                                                "itemCodes", List.of(ITEM))))
                .thenReturn(contract);
    }

    private Mono<Registered> stricken() {
        return inForce(terms(3, "戸籍証明書郵送請求受付業務委託", "0103", "株式会社見本BPO"))
                .flatMap(it -> ward.opened(it, "incidents", incident()).thenReturn(it));
    }

    private Map<String, Object> incident() {
        return body(
                "learnedAt",
                dates.incidentLearned(),
                "learnedByDepartmentCode",
                "0103",
                "personsEstimate",
                120,
                "summary",
                "封入した証明書の宛先が入れ替わり、別人に届いたとの連絡があった。",
                "dataItems",
                List.of("氏名", "住所", "本籍"),
                "encrypted",
                false);
    }

    private Mono<Registered> undecided() {
        return ward.registered(terms(4, "保険料通知書印字業務委託", "0104", "株式会社見本印刷"));
    }

    private Mono<Registered> inReview() {
        return ward.registered(terms(5, "学童クラブ入会申請入力業務委託", "0105", "株式会社見本データ"))
                .flatMap(ward::decided)
                .flatMap(it -> ward.submitted(it, 1));
    }

    /** The data should be gone, but nobody has reported it, let alone looked. */
    private Mono<Registered> over() {
        Terms terms = new Terms("MIHON-6", "給付金申請受付業務委託", "0104", "株式会社見本コール", dates.over());
        return inForce(terms)
                .flatMap(
                        it ->
                                ward.closed(
                                        it,
                                        body(
                                                "kind", "completed",
                                                "on", terms.days().to(),
                                                "reason", "業務が完了したため")));
    }

    private Mono<Registered> begun() {
        return ward.registered(terms(2, "封入封緘業務委託", "0103", "株式会社見本印刷"))
                .flatMap(it -> ward.decided(it, "OPS-01", body("answer", "implement")));
    }

    private Terms terms(int number, String title, String department, String contractor) {
        return new Terms("MIHON-" + number, title, department, contractor, dates.year());
    }
}
