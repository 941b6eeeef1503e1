package jp.tenken.query.history.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry tells is written alike, whichever run of the program writes it. */
class ToldTest {

    @Test
    void wordsStandInTheOrderOfTheirPlaces() {
        List<String> places = List.of("revision", "day", "to", "from", "answer", "kind");
        Told forwards = Told.about("contracts/c-1");
        Told backwards = forwards;
        for (String place : places) {
            forwards = forwards.word(place, place + "!");
        }
        for (String place : places.reversed()) {
            backwards = backwards.word(place, place + "!");
        }

        assertThat(forwards.words().keySet())
                .containsExactly("answer", "day", "from", "kind", "revision", "to");
        assertThat(backwards.words().keySet()).containsExactlyElementsOf(forwards.words().keySet());
    }
}
