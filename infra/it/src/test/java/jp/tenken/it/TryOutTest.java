package jp.tenken.it;

import static jp.tenken.it.RunningTenken.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedTenken.class)
class TryOutTest {

    @Test
    void theAnswersOfTheShippedFormComeOutAsTheyStandInIt(RunningTenken tenken) throws Exception {
        String token = tenken.token("auditor", SHINJUKU);
        JsonNode contract =
                tenken.send(Call.get(Bad.HOME + "/contracts?q=MIHON-1").as(token))
                        .json()
                        .path("items")
                        .path(0);
        Reply checklist =
                tenken.send(
                        Call.get(
                                        Bad.HOME
                                                + "/contracts/"
                                                + contract.path("id").asString()
                                                + "/checklist")
                                .as(token));
        List<String> answers = new ArrayList<>();
        for (JsonNode section : checklist.json().path("sections")) {
            for (JsonNode item : section.path("items")) {
                answers.add(
                        item.path("itemCode").asString()
                                + item.path("symbol").asString()
                                + item.path("reason").asString("").replaceAll("[\\s()（）]", ""));
            }
        }

        assertThat(answers)
                .containsExactlyElementsOf(
                        Stream.concat(
                                        IntStream.rangeClosed(1, 11)
                                                .mapToObj(
                                                        n ->
                                                                n >= 6 && n <= 8
                                                                        ? "OPS-%02d－電子データのみの取扱いのため"
                                                                                .formatted(n)
                                                                        : "OPS-%02d○".formatted(n)),
                                        IntStream.rangeClosed(1, 13)
                                                .mapToObj("SYS-%02d○"::formatted))
                                .toList());
    }
}
