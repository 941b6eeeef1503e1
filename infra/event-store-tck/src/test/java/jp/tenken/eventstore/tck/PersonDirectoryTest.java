package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.PersonDirectory;
import jp.tenken.vault.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonDirectoryTest {

    private static final PersonName TANAKA = new PersonName.Known("田中");
    private static final PersonName ERASED = new PersonName.Erased();

    private final MasterKey master = MasterKey.fresh();
    private final CountingVault vault = new CountingVault(new InMemoryVault());
    private final PersonDirectory directory = reopened();

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aNameThatWasLearntIsKnownByTenantAndPersonAlsoLater() {
        value(directory.learn("shinjuku", "tanaka", "田中"));

        assertThat(value(directory.names("shinjuku", List.of("tanaka", "sato"))))
                .isEqualTo(Map.of("tanaka", TANAKA));
        assertThat(value(directory.names("shibuya", List.of("tanaka")))).isEmpty();
        assertThat(value(reopened().names("shinjuku", List.of("tanaka"))))
                .isEqualTo(Map.of("tanaka", TANAKA));
        assertThat(TANAKA.toString()).doesNotContain("田中");
    }

    @Test
    void theSameNameIsWrittenOnceAndAChangedOneReplacesIt() {
        assertThat(directory.knows("shinjuku", "tanaka", "田中")).isFalse();
        value(directory.learn("shinjuku", "tanaka", "田中"));
        value(directory.names("shinjuku", List.of("tanaka")));
        int written = vault.writes.get();
        value(directory.learn("shinjuku", "tanaka", "田中"));
        assertThat(directory.knows("shinjuku", "tanaka", "田中")).isTrue();
        assertThat(vault.writes).hasValue(written);

        assertThat(directory.knows("shinjuku", "tanaka", "鈴木")).isFalse();
        value(directory.learn("shinjuku", "tanaka", "鈴木"));

        assertThat(value(directory.names("shinjuku", List.of("tanaka"))))
                .isEqualTo(Map.of("tanaka", new PersonName.Known("鈴木")));
    }

    @Test
    void anErasedPersonIsSaidToBeErasedAndNoNameOfItIsTakenAgain() {
        value(directory.learn("shinjuku", "tanaka", "田中"));
        value(directory.learn("shibuya", "tanaka", "田中"));
        value(directory.learn("shinjuku", "sato", "佐藤"));

        value(directory.erase("shinjuku", "tanaka"));
        value(directory.erase("shinjuku", "tanaka"));
        value(directory.learn("shinjuku", "tanaka", "田中"));
        value(reopened().learn("shinjuku", "tanaka", "田中"));

        for (PersonDirectory each : List.of(directory, reopened())) {
            assertThat(value(each.names("shinjuku", List.of("tanaka", "sato"))))
                    .isEqualTo(Map.of("tanaka", ERASED, "sato", new PersonName.Known("佐藤")));
            assertThat(value(each.names("shibuya", List.of("tanaka"))))
                    .isEqualTo(Map.of("tanaka", TANAKA));
            assertThat(each.knows("shinjuku", "tanaka", "田中")).isTrue();
        }
        assertThat(value(vault.find("person-key", "shinjuku/tanaka"))).isEmpty();
        assertThat(value(vault.find("person-name", "shinjuku/tanaka"))).isEmpty();
    }

    @Test
    void aPersonCanBeErasedBeforeAnyNameIsKnown() {
        value(directory.erase("shinjuku", "tanaka"));
        value(directory.learn("shinjuku", "tanaka", "田中"));
        assertThat(value(directory.names("shinjuku", List.of("tanaka"))))
                .isEqualTo(Map.of("tanaka", ERASED));
    }

    @Test
    void nothingIsLeftHoweverLearningAndErasingMeet() {
        for (int round = 0; round < 50; round++) {
            String person = "person-" + round;
            List<CompletableFuture<Void>> both = new ArrayList<>();
            both.add(directory.learn("shinjuku", person, "名前"));
            both.add(reopened().learn("shinjuku", person, "別名"));
            both.add(directory.erase("shinjuku", person));
            both.forEach(Await::value);

            assertThat(value(vault.find("person-name", "shinjuku/" + person)))
                    .as("round %d", round)
                    .isEmpty();
            assertThat(value(vault.find("person-key", "shinjuku/" + person)))
                    .as("round %d", round)
                    .isEmpty();
            assertThat(value(directory.names("shinjuku", List.of(person))))
                    .isEqualTo(Map.of(person, ERASED));
        }
    }

    @Test
    void thePeopleOfAPageAreLookedUpTogether() {
        List<String> people = IntStream.range(0, 700).mapToObj(i -> "person-" + i).toList();
        people.forEach(person -> value(directory.learn("shinjuku", person, "name of " + person)));
        PersonDirectory cold = reopened();
        vault.lookUps.set(0);

        assertThat(value(cold.names("shinjuku", people))).hasSize(700);
        int cost = vault.lookUps.get();
        assertThat(cost).isEqualTo(6);
        assertThat(value(cold.names("shinjuku", people))).hasSize(700);
        assertThat(vault.lookUps).hasValue(cost);
    }

    @Test
    void theVaultHoldsNoNameInTheClear() {
        value(directory.learn("shinjuku", "tanaka", "Tanaka Taro"));
        for (String kind : List.of("person-name", "person-key")) {
            byte[] entry = value(vault.find(kind, "shinjuku/tanaka")).orElseThrow();
            assertThat(new String(entry, StandardCharsets.ISO_8859_1)).doesNotContain("Tanaka");
        }
    }

    private PersonDirectory reopened() {
        return new PersonDirectory(vault, master, ForkJoinPool.commonPool());
    }
}
