package jp.tenken.query.checklist.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tenken.kernel.contract.ContractFacts;
import org.junit.jupiter.api.Test;

class CircumstancesTest {

    @Test
    void equalReportsComeInOneOrderSoThatALiveRowLooksLikeARebuiltOne() {
        List<String> ids =
                List.of("e9", "e1", "e8", "e2", "e7", "e3", "e6", "e4", "e5", "e0", "d1", "d0");

        Set<String> kept =
                new Circumstances(ContractFacts.NONE, null, new LinkedHashSet<>(ids))
                        .erasureReports();

        assertThat(kept).containsExactlyElementsOf(ids.stream().sorted().toList());
    }
}
