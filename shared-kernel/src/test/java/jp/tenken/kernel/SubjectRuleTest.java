package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yamada",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "auth0|5f7c8ec7c33c6c004bbafe82",
                "https://id.example/u/1"
            })
    void aSubjectStaysAsItIs(String subject) {
        assertThat(SubjectRule.optional("onBehalfOf", subject)).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田太郎", "Taro Yamada", "ｙａｍａｄａ", "yamada\n", "\u0000"})
    void aNameIsNone(String name) {
        assertThatThrownBy(() -> SubjectRule.optional("onBehalfOf", name))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        no -> {
                            assertThat(no.kind()).isEqualTo(Rejection.Kind.INVALID);
                            assertThat(no.code()).isEqualTo("subject-invalid");
                        })
                .hasMessageNotContaining(name);
    }

    @Test
    void itEndsSomewhere() {
        assertThat(SubjectRule.optional("onBehalfOf", "a".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> SubjectRule.optional("onBehalfOf", "a".repeat(256)))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void nobodyIsNobody() {
        assertThat(SubjectRule.optional("onBehalfOf", null)).isNull();
        assertThat(SubjectRule.optional("onBehalfOf", " ")).isNull();
    }
}
