package jp.tenken.standalone.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Everything that somebody may try in a municipality, one after the other at random. */
final class RandomDeeds {

    /**
     * Something to try.
     *
     * @param name of the kind, by the same name as the things it makes, if it makes any
     */
    record Deed(String name, Person who, String method, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    /** A kind: of what it is about, where, and with which body. */
    private record Kind(String name, String who, String method, String path, String body) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            "decide",
                            "officer",
                            "PUT",
                            "/contracts/$c/checklist/items/$i/decision",
                            "{\"answer\":\"implement\",\"note\":\"第$n回\"}"),
                    new Kind(
                            "decide",
                            "staff",
                            "PUT",
                            "/contracts/$c/checklist/items/$i/decision",
                            "{\"answer\":\"not_needed\",\"reason\":\"対象外 $n\"}"),
                    new Kind(
                            "decideAll",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/decisions",
                            "$all"),
                    new Kind(
                            "reconfirm",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/items/$i/reconfirmation",
                            "{}"),
                    new Kind("submit", "staff", "POST", "/contracts/$c/checklist/submission", "{}"),
                    new Kind("submit", "staff", "POST", "/contracts/$c/checklist/submission", "{}"),
                    new Kind(
                            "withdrawSubmission",
                            "staff",
                            "POST",
                            "/contracts/$c/checklist/submission-withdrawal",
                            "{}"),
                    new Kind(
                            "sendBack",
                            "head",
                            "POST",
                            "/contracts/$c/checklist/send-back",
                            "{\"comment\":\"再確認\"}"),
                    new Kind("approve", "head", "POST", "/contracts/$c/checklist/approval", "{}"),
                    new Kind("approve", "head", "POST", "/contracts/$c/checklist/approval", "{}"),
                    new Kind(
                            "confirm",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/confirmation",
                            "{}"),
                    new Kind(
                            "confirm",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/confirmation",
                            "{\"effectiveOn\":\"2027-02-01\"}"),
                    new Kind(
                            "openRevision",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/revisions",
                            "{\"kind\":\"correction\",\"reason\":\"訂正 $n\"}"),
                    new Kind(
                            "openRevision",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/revisions",
                            "{\"kind\":\"facts_change\",\"reason\":\"変更 $n\"}"),
                    new Kind(
                            "discardRevision",
                            "officer",
                            "POST",
                            "/contracts/$c/checklist/revision-discard",
                            "{}"),
                    new Kind(
                            "evidence",
                            "officer",
                            "POST",
                            "/contracts/$c/evidence",
                            "{\"itemCodes\":[\"$i\"],\"kind\":\"other\",\"title\":\"報告書 $n\",\"datedOn\":\"2026-04-01\"}"),
                    new Kind(
                            "withdrawEvidence",
                            "officer",
                            "POST",
                            "/contracts/$c/evidence/$evidence/withdrawal",
                            "{\"reason\":\"差替え\"}"),
                    new Kind(
                            "amend",
                            "officer",
                            "POST",
                            "/contracts/$c/amendment",
                            "{\"title\":\"変更 $n\",\"reason\":\"契約変更\"}"),
                    new Kind(
                            "participate",
                            "officer",
                            "POST",
                            "/contracts/$c/amendment",
                            "{\"participatingDepartmentCodes\":[\"$d\"],\"reason\":\"共同利用\"}"),
                    new Kind(
                            "facts",
                            "officer",
                            "PUT",
                            "/contracts/$c/facts",
                            "{\"usesNetwork\":$b}"),
                    new Kind(
                            "transfer",
                            "officer",
                            "POST",
                            "/contracts/$c/transfer",
                            "{\"toDepartmentCode\":\"$d\",\"effectiveOn\":\"2026-10-01\",\"reason\":\"移管\"}"),
                    new Kind(
                            "incident",
                            "officer",
                            "POST",
                            "/incidents",
                            "{\"contracts\":[{\"contractId\":\"$c\",\"personsEstimate\":$n}],\"learnedAt\":\"2026-10-01T00:00:00Z\",\"summary\":\"誤送付 $n\"}"),
                    new Kind(
                            "incidentFacts",
                            "officer",
                            "POST",
                            "/incidents/$incident/facts",
                            "{\"learnedAt\":\"2026-10-02T00:00:00Z\",\"summary\":\"判明 $n\"}"),
                    new Kind(
                            "incidentContract",
                            "officer",
                            "POST",
                            "/incidents/$incident/contracts",
                            "{\"contractId\":\"$c\"}"),
                    new Kind(
                            "classify",
                            "officer",
                            "POST",
                            "/incidents/$incident/classification",
                            "{\"situations\":[\"more_than_100_persons\"]}"),
                    new Kind(
                            "withdrawIncident",
                            "officer",
                            "POST",
                            "/incidents/$incident/withdrawal",
                            "{\"reason\":\"誤報\"}"),
                    new Kind(
                            "closeIncident",
                            "officer",
                            "POST",
                            "/incidents/$incident/closure",
                            "{}"),
                    new Kind(
                            "consultation",
                            "staff",
                            "POST",
                            "/contracts/$c/consultations",
                            "{\"topic\":\"measure_change\",\"subject\":\"変更 $n\",\"proposal\":\"案\",\"itemCodes\":[\"$i\"]}"),
                    new Kind(
                            "propose",
                            "officer",
                            "POST",
                            "/consultations/$consultation/proposals",
                            "{\"proposal\":\"別案 $n\"}"),
                    new Kind(
                            "agree",
                            "officer",
                            "POST",
                            "/consultations/$consultation/agreement",
                            "{\"measures\":\"措置 $n\",\"effectiveOn\":\"2026-12-01\",\"itemCodes\":[\"$i\"]}"),
                    new Kind(
                            "refuse",
                            "officer",
                            "POST",
                            "/consultations/$consultation/refusal",
                            "{\"reason\":\"不要\"}"),
                    new Kind(
                            "withdrawConsultation",
                            "officer",
                            "POST",
                            "/consultations/$consultation/withdrawal",
                            "{\"reason\":\"不要\"}"),
                    new Kind(
                            "closeConsultation",
                            "officer",
                            "POST",
                            "/consultations/$consultation/closure",
                            "{}"),
                    new Kind(
                            "edition",
                            "officer",
                            "PUT",
                            "/policy-editions/edition-$n",
                            "{\"kind\":\"guideline\",\"titleJa\":\"手引き\",\"edition\":\"第$n版\",\"effectiveOn\":\"2026-10-01\"}"),
                    new Kind(
                            "consultAboutEdition",
                            "officer",
                            "POST",
                            "/policy-editions/$edition/consultations",
                            "{\"contractIds\":[\"$c\"],\"proposal\":\"改定\"}"),
                    new Kind(
                            "path",
                            "administrator",
                            "PUT",
                            "/approval-path",
                            "{\"steps\":[\"department-head\"]}"),
                    new Kind(
                            "path",
                            "administrator",
                            "PUT",
                            "/approval-path",
                            "{\"steps\":[\"department-head\",\"security-officer\"]}"),
                    new Kind(
                            "department",
                            "administrator",
                            "PUT",
                            "/departments/$d",
                            "{\"nameJa\":\"第$n課\",\"nameEn\":\"Section $n\"}"),
                    new Kind(
                            "contractor",
                            "officer",
                            "PUT",
                            "/contractors/$contractor",
                            "{\"name\":\"株式会社 $n\"}"));

    /** Stands where there is none yet. */
    static final String NOTHING = "none";

    private final Town town;
    private final Random random;
    private final Map<String, List<String>> made = new HashMap<>();
    private int number;

    RandomDeeds(Town town, Random random) {
        this.town = town;
        this.random = random;
    }

    /** The next one; may well be out of order. */
    Deed next() throws Exception {
        Kind kind = any(KINDS);
        number++;
        Contract contract = any(town.contracts());
        String path = filled(kind.path(), contract);
        String body = filled(kind.body(), contract);
        return new Deed(kind.name(), who(kind.who(), contract), kind.method(), path, body);
    }

    /** It was done, and made something of that id. */
    void happened(Deed deed, String id) {
        if (id.isEmpty()) {
            return;
        }
        made(deed.name(), id);
        if (deed.name().equals("evidence")) {
            made("whereEvidence", deed.path() + "/" + id);
        }
    }

    private void made(String kind, String thing) {
        made.computeIfAbsent(kind, none -> new ArrayList<>()).add(thing);
    }

    /** One of the things of a kind that were made; there may be none. */
    String one(String kind) {
        List<String> ids = made.getOrDefault(kind, List.of());
        return ids.isEmpty() ? NOTHING : any(ids);
    }

    private Person who(String role, Contract contract) throws Exception {
        return switch (role) {
            case "officer" -> town.officer();
            case "administrator" -> town.administrator();
            case "staff" -> town.staff(contract.department());
            case "head" -> town.head(contract.department());
            default -> throw new IllegalStateException(role);
        };
    }

    private String filled(String text, Contract contract) {
        return text.replace("$consultation", one("consultation"))
                .replace("$contractor", contract.contractor())
                .replace("$c/", contract.id() + "/")
                .replace("$c\"", contract.id() + "\"")
                .replace("$incident", one("incident"))
                .replace("$evidence", one("evidence"))
                .replace("$edition", one("edition"))
                .replace("$all", everything())
                .replace("$i", any(Town.ITEMS))
                .replace("$d", any(town.departments()))
                .replace("$b", Boolean.toString(random.nextBoolean()))
                .replace("$n", Integer.toString(number));
    }

    private String everything() {
        List<String> decisions = new ArrayList<>();
        Town.ITEMS.forEach(
                item ->
                        decisions.add(
                                "{\"itemCode\":\"%s\",\"answer\":\"implement\"}".formatted(item)));
        return "{\"decisions\":[" + String.join(",", decisions) + "]}";
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
