package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

    @Test
    void staysTheSameAcrossReleasesBecauseStoredIdsDependOnIt() {
        assertThat(DerivedId.of("tenant", "131041"))
                .isEqualTo("d917313e-d911-87e0-85d3-50b26e72dc86");
    }

    @Test
    void isAUuidOfVersionEight() {
        UUID id = UUID.fromString(DerivedId.of("contract", "a", "b"));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void distinguishesPurposesAndWherePartsEnd() {
        assertThat(DerivedId.of("p", "ab", "c"))
                .isNotEqualTo(DerivedId.of("p", "a", "bc"))
                .isNotEqualTo(DerivedId.of("q", "ab", "c"))
                .isNotEqualTo(DerivedId.of("p", "ab", "c", ""));
    }
}
