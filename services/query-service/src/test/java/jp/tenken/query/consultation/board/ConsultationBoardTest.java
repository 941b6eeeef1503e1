package jp.tenken.query.consultation.board;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.consultation;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consultations, as they are listed and read. */
class ConsultationBoardTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);
    private static final ContractorId KO = ContractorId.ofName("甲社");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aConsultationShowsItsProposalsAndWhatCameOfIt() {
        contracts();
        side.commit(SHINJUKU, consultation("k1", "a", "SYS-11"));
        side.commit(SHINJUKU, consultation("k2", "b", "SYS-12"));
        side.commit(
                SHINJUKU,
                new ConsultationProposalMade(
                        ConsultationId.of("k1"),
                        ContractId.of("a"),
                        sealed("again"),
                        Side.CONTRACTOR));
        side.commit(
                SHINJUKU,
                new ConsultationAgreed(
                        ConsultationId.of("k1"),
                        ContractId.of("a"),
                        2,
                        sealed("measures"),
                        List.of(ItemCode.of("SYS-11")),
                        LocalDate.of(2026, 10, 1)));
        side.commit(
                SHINJUKU,
                new ConsultationClosed(ConsultationId.of("k1"), ContractId.of("a"), null));

        var reply = side.get(OFFICER, HERE + "/consultations/k1");
        JsonNode found = reply.json();
        assertThat(reply.headers().getETag()).isEqualTo("\"4\"");
        assertThat(found.path("state").asString()).isEqualTo("closed");
        assertThat(found.path("proposals").size()).isEqualTo(2);
        assertThat(found.path("agreement").path("revision").asInt()).isEqualTo(2);
        assertThat(found.path("steps").size()).isEqualTo(2);
        assertThat(ids(OFFICER, "/consultations")).containsExactly("k2", "k1");
        assertThat(ids(OFFICER, "/consultations?open=true&topic=measure_change"))
                .containsExactly("k2");
        assertThat(ids(OFFICER, "/consultations?topic=policy_change")).isEmpty();
        assertThat(ids(Callers.contractor(SHINJUKU, KO), "/consultations")).containsExactly("k1");
        assertThat(side.get(Callers.staff(SHINJUKU, "0101"), HERE + "/consultations/k2").code())
                .isEqualTo("out-of-scope");
        assertThat(side.get(OFFICER, HERE + "/consultations/k9").code())
                .isEqualTo("consultation-not-found");
    }

    private void contracts() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "乙社", 2026, "0102"));
    }

    private List<String> ids(Caller caller, String path) {
        return side.get(caller, HERE + path).items("id");
    }
}
