package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The contractor's cloud provider moves the copies abroad. Both sides talk about SYS-11, agree on
 * what is done instead, and the agreement opens the revision that carries it. It is confirmed for
 * the day of the move; until then the former answers are in force.
 */
final class MovedRegionStory {

    private static final String FACTS =
            """
            {"usesCloudService":true,"providesServer":true,"usesNetwork":true,
             "serverCountry":"%s","governingLaw":"日本法"}
            """;
    private static final String AGREED = "控えは国外、鍵は国内で管理";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final LocalDate MOVE = TODAY.plusDays(30);

    private final Town town;
    private final Chronicle chronicle;
    private final Contract moved;
    private final Contract other;

    MovedRegionStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        moved = town.running("0101", "R8-1", "株式会社クラウド", FACTS.formatted("日本"));
        other = town.running("0102", "R8-2", "株式会社紙", "{\"mediaPaper\":true}");
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        everythingIsInOrder();
        String consultation = theContractorAsks();
        theDepartmentAnswers(consultation);
        theFactsAreCorrected();
        bothAgree(consultation);
        theMeasureIsRevised(consultation);
        theRevisionIsReviewed();
        itIsInForceFromTheDayOfTheMove();
        allIsSaid(consultation);
        chronicle.isReadAgainAsItWas();
    }

    private void everythingIsInOrder() throws Exception {
        chronicle
                .scene("before")
                .contract(moved, "in_order")
                .contract(other, "in_order")
                .department("0101", "in_order")
                .department("0102", "in_order")
                .municipality("in_order")
                .checklist(moved, 1, "confirmed")
                .inForce(moved, 1)
                .history(moved, "ChecklistConfirmed", "ChecklistApproved", "ChecklistSubmitted")
                .happened();
    }

    private String theContractorAsks() throws Exception {
        String consultation =
                town.contractor(moved.contractor())
                        .posts(
                                moved.at("/consultations"),
                                """
                                {"topic":"measure_change","subject":"リージョンの移設",
                                 "proposal":"控えをシンガポールに置きたい","itemCodes":["SYS-11"]}
                                """)
                        .path("id")
                        .asString();
        Scene scene =
                chronicle
                        .scene("the contractor asks")
                        .contract(moved, "consultation_open SYS-11")
                        .department("0101", "consultation_open")
                        .department("0102", "in_order")
                        .municipality("consultation_open")
                        .checklist(moved, 1, "confirmed")
                        .history(moved, "ConsultationOpened", "ChecklistConfirmed")
                        .happened("ConsultationOpened");
        JsonNode shown = scene.read(town.staff("0101"), "/consultations/" + consultation);
        assertThat(shown.path("state").asString()).isEqualTo("open");
        JsonNode proposal = shown.path("proposals").path(0);
        assertThat(proposal.path("proposal").asString()).isEqualTo("控えをシンガポールに置きたい");
        assertThat(proposal.path("proposedBy").asString()).isEqualTo("contractor");
        assertThat(open(scene)).containsExactly(consultation);
        return consultation;
    }

    private void theDepartmentAnswers(String consultation) throws Exception {
        town.staff("0101")
                .posts(
                        "/consultations/" + consultation + "/proposals",
                        "{\"proposal\":\"鍵は国内で管理すること\"}");
        Scene scene =
                chronicle
                        .scene("the department answers")
                        .contract(moved, "consultation_open SYS-11")
                        .department("0101", "consultation_open")
                        .municipality("consultation_open")
                        .history(moved, "ConsultationProposalMade", "ConsultationOpened")
                        .happened("ConsultationProposalMade");
        JsonNode shown =
                scene.read(town.contractor(moved.contractor()), "/consultations/" + consultation);
        assertThat(shown.path("proposals").path(1).path("proposal").asString())
                .isEqualTo("鍵は国内で管理すること");
    }

    private void theFactsAreCorrected() throws Exception {
        town.staff("0101").puts(moved.at("/facts"), FACTS.formatted("シンガポール"));
        chronicle
                .scene("the server is elsewhere")
                .contract(moved, "consultation_open SYS-11", "stale SYS-11")
                .department("0101", "consultation_open")
                .municipality("consultation_open")
                .history(moved, "ContractFactsDeclared", "ConsultationProposalMade")
                .happened("ContractFactsDeclared");
    }

    private void bothAgree(String consultation) throws Exception {
        town.head("0101")
                .posts(
                        "/consultations/" + consultation + "/agreement",
                        """
                        {"measures":"鍵は国内で管理する","effectiveOn":"%s","itemCodes":["SYS-11"]}
                        """
                                .formatted(MOVE));
        Scene scene =
                chronicle
                        .scene("both agree")
                        .contract(moved, "stale SYS-11")
                        .department("0101", "stale")
                        .department("0102", "in_order")
                        .municipality("stale")
                        .checklist(moved, 2, "draft")
                        .inForce(moved, 1)
                        .history(moved, "RevisionOpened", "ConsultationAgreed")
                        .happened("ConsultationAgreed", "RevisionOpened");
        scene.difference(moved, 1, 2);
        JsonNode shown = scene.read(town.officer(), "/consultations/" + consultation);
        assertThat(shown.path("state").asString()).isEqualTo("agreed");
        assertThat(shown.path("agreement").path("revision").asInt()).isEqualTo(2);
        assertThat(shown.path("agreement").path("effectiveOn").asString())
                .isEqualTo(MOVE.toString());
        assertThat(open(scene)).isEmpty();
        JsonNode draft = scene.read(town.staff("0101"), moved.at("/checklist"));
        assertThat(draft.path("kind").asString()).isEqualTo("measure_change");
        assertThat(draft.path("consultationId").asString()).isEqualTo(consultation);
    }

    private void theMeasureIsRevised(String consultation) throws Exception {
        town.staff("0101")
                .puts(
                        moved.at("/checklist/items/SYS-11/decision"),
                        "{\"answer\":\"implement\",\"note\":\"%s\"}".formatted(AGREED));
        Scene scene =
                chronicle
                        .scene("the measure is revised")
                        .contract(moved, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(moved, 2, "draft")
                        .inForce(moved, 1)
                        .changed(moved, "SYS-11 ○→○")
                        .history(moved, "ItemDecisionRevised", "RevisionOpened")
                        .happened("ItemDecisionRevised");
        JsonNode revised = scene.difference(moved, 1, 2, "SYS-11").getFirst();
        assertThat(revised.path("before").path("note").asString("")).isEmpty();
        assertThat(revised.path("after").path("note").asString()).isEqualTo(AGREED);
        assertThat(revised.path("changeReason").asString()).isEqualTo("協議による対策の変更");
        assertThat(revised.path("consultationId").asString()).isEqualTo(consultation);
        assertThat(revised.path("actor").path("role").asString()).isEqualTo("department-staff");
        JsonNode told = scene.read(town.officer(), moved.at("/history?limit=1"));
        assertThat(told.path("items").path(0).path("summaryJa").asString())
                .as("the answer stays, and nobody is told that it changed")
                .contains("SYS-11")
                .doesNotContain("「○」から「○」");
    }

    private void theRevisionIsReviewed() throws Exception {
        new Review(chronicle, town, moved, 2).isPlayed("{\"effectiveOn\":\"%s\"}".formatted(MOVE));
    }

    private void itIsInForceFromTheDayOfTheMove() throws Exception {
        Scene scene =
                chronicle
                        .scene("the day of the move is to come")
                        .contract(moved, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(moved, 2, "confirmed")
                        .inForce(moved, 1)
                        .inForce(moved, 1, MOVE.minusDays(1))
                        .inForce(moved, 2, MOVE)
                        .happened();
        assertThat(note(scene, "?revision=latest")).isEqualTo(AGREED);
        assertThat(note(scene, "?revision=2")).isEqualTo(AGREED);
        assertThat(note(scene, "?revision=1")).isEmpty();
        assertThat(note(scene, "?revision=in_force")).isEmpty();
        assertThat(note(scene, "?revision=in_force&inForceOn=" + MOVE)).isEqualTo(AGREED);
        scene.difference(moved, "in_force", "latest", "SYS-11");
        for (String absent :
                List.of("?revision=3", "?revision=in_force&inForceOn=" + TODAY.minusDays(1))) {
            town.officer().isDenied(404, "revision-not-found", moved.at("/checklist" + absent));
        }
    }

    private void allIsSaid(String consultation) throws Exception {
        town.head("0101").posts("/consultations/" + consultation + "/closure", "{}");
        Scene end =
                chronicle
                        .scene("all is said")
                        .contract(moved, "in_order")
                        .contract(other, "in_order")
                        .department("0101", "in_order")
                        .department("0102", "in_order")
                        .municipality("in_order")
                        .history(moved, "ConsultationClosed", "ChecklistConfirmed")
                        .happened("ConsultationClosed");
        JsonNode shown = end.read(town.staff("0101"), "/consultations/" + consultation);
        assertThat(shown.path("state").asString()).isEqualTo("closed");
        end.difference(moved, 2, 2);
    }

    private String note(Scene scene, String asked) throws Exception {
        return scene.read(town.staff("0101"), moved.at("/checklist" + asked))
                .path("sections")
                .valueStream()
                .flatMap(section -> section.path("items").valueStream())
                .filter(item -> item.path("itemCode").asString().equals("SYS-11"))
                .map(item -> item.path("note").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> open(Scene scene) throws Exception {
        return scene.read(town.officer(), "/consultations?open=true")
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }
}
