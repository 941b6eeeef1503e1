package jp.tenken.query.municipality.templates;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.adopted;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Templates in the wording of a municipality. */
class TemplatesTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void templatesAreListedWithTheirItems() {
        side.commit(SHINJUKU, adopted());

        JsonNode template = side.get(OFFICER, HERE + "/templates").json().path("items").path(0);
        assertThat(template.path("items").asInt()).isEqualTo(24);
        String one = HERE + "/templates/" + template.path("templateId").asString() + "/versions/";
        assertThat(side.get(OFFICER, one + "1").json().path("sections").size()).isEqualTo(2);
        assertThat(side.get(OFFICER, one + "2").code()).isEqualTo("template-not-found");
        assertThat(side.appliedAgain()).isZero();
    }
}
