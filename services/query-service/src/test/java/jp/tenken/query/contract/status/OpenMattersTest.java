package jp.tenken.query.contract.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import jp.tenken.query.contract.Contracts.Concern;
import org.junit.jupiter.api.Test;

class OpenMattersTest {

    @Test
    void equalConcernsComeInOneOrderSoThatALiveRowLooksLikeARebuiltOne() {
        List<Concern> order = List.of(Concern.values());

        for (List<Concern> met : List.of(order, order.reversed())) {
            assertThat(
                            new OpenMatters(null, List.of(), List.of(), new LinkedHashSet<>(met))
                                    .concerns())
                    .containsExactlyElementsOf(order);
        }
    }
}
