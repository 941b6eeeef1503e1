package jp.tenken.query.contract.status;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The row of a contract, event by event. */
class ContractStatusViewTest {

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void eventsAboutTheContractRaiseItsVersionAndThoseOfItsChecklistItsMattersOnly() {
        long first = side.commit(SHINJUKU, registered("a", "1", "0101"));
        long declared = side.commit(SHINJUKU, facts("a", "{\"personsEstimate\":500}"));
        side.commit(SHINJUKU, opened("a"), implement("a", "OPS-01"));

        assertThat(at(first).version()).isEqualTo(1);
        assertThat(at(declared).version()).isEqualTo(2);
        assertThat(at(declared).profile().facts()).isNotEqualTo(at(first).profile().facts());
        ContractRow now = side.row(ContractStatusView.VIEW, SHINJUKU, "a").orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.matters()).isNotEqualTo(at(declared).matters());
        assertThat(side.row(ContractStatusView.VIEW, SHIBUYA, "a")).isEmpty();
        assertThat(side.appliedAgain()).isZero();
    }

    private ContractRow at(long sequence) {
        return side.row(ContractStatusView.VIEW, SHINJUKU, "a", sequence).orElseThrow();
    }
}
