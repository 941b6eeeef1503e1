package jp.tenken.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.projections.RowCodec;
import jp.tenken.projections.RowCodec.Encoded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Rows are written without the mapper, and still as the mapper writes. */
class RowJsonTest {

    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00.123456Z");

    enum Mood {
        GOOD,
        NOT_SO_GOOD
    }

    record Leaf(@Nullable String text, @Nullable Integer number) {}

    record Positive(int number) {
        Positive {
            if (number < 1) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    record Tree(
            ContractId id,
            Answer answer,
            @Nullable Mood mood,
            long count,
            boolean open,
            @Nullable Instant at,
            @Nullable LocalDate on,
            @Nullable Year year,
            Leaf leaf,
            List<Leaf> leaves,
            Set<ItemCode> codes,
            Map<String, Leaf> named,
            Map<ItemCode, List<String>> lists,
            @Nullable Tree inner) {

        Tree leaf(Leaf next) {
            return new Tree(
                    id, answer, mood, count + 1, open, at, on, year, next, leaves, codes, named,
                    lists, inner);
        }

        Tree named(Map<String, Leaf> next) {
            return new Tree(
                    id, answer, mood, count + 1, open, at, on, year, leaf, leaves, codes, next,
                    lists, inner);
        }

        Tree inner(@Nullable Tree next) {
            return new Tree(
                    id, answer, mood, count + 1, open, at, on, year, leaf, leaves, codes, named,
                    lists, next);
        }
    }

    private static final Tree FULL =
            new Tree(
                    ContractId.of("c1"),
                    Answer.NOT_NEEDED,
                    Mood.NOT_SO_GOOD,
                    Long.MIN_VALUE,
                    true,
                    TIME,
                    LocalDate.of(2026, 4, 1),
                    Year.of(2026),
                    new Leaf("葉", 3),
                    List.of(new Leaf("a", null), new Leaf("b", -1)),
                    Set.of(ItemCode.of("OPS-01")),
                    new TreeMap<>(Map.of("x", new Leaf("1", 1), "y", new Leaf("2", 2))),
                    Map.of(ItemCode.of("SYS-13"), Arrays.asList("p", null)),
                    null);

    private static final Tree BARE =
            new Tree(
                    ContractId.of("c2"),
                    Answer.IMPLEMENT,
                    null,
                    0,
                    false,
                    null,
                    null,
                    null,
                    new Leaf("", null),
                    List.of(),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    FULL);

    private final PayloadJson json = new PayloadJson();
    private final RowCodec<Tree> codec = json.of(Tree.class);

    @Test
    void isTheJsonOfTheMapper() {
        for (Tree tree : List.of(FULL, BARE, FULL.inner(BARE))) {
            assertThat(text(codec.encode(tree))).isEqualTo(text(json.write(tree)));
            assertThat(codec.decode(codec.encode(tree))).isEqualTo(tree);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\" \\ and / between",
                "\u0000\t\n\u001f\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff",
                "𠮷野家 😀",
                "新宿区\u2028\u2029"
            })
    void escapesAsTheMapperDoes(String text) {
        Tree tree = FULL.leaf(new Leaf(text, 1)).named(Map.of(text, new Leaf(text, null)));

        assertThat(text(codec.encode(tree))).isEqualTo(text(json.write(tree)));
        assertThat(codec.decode(codec.encode(tree))).isEqualTo(tree);
    }

    @Test
    void lengthensAsFarAsTextsDo() {
        Tree tree = FULL.leaf(new Leaf("長".repeat(100_000), 1));

        assertThat(codec.encode(tree)).isEqualTo(json.write(tree));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void copiesFromTheVersionBeforeWhatIsTheSameAndNothingElse(long seed) {
        Random random = new Random(seed);
        Tree tree = FULL;
        Encoded before = null;
        for (int i = 0; i < 200; i++) {
            tree = changed(tree, random);
            before = codec.encode(tree, random.nextInt(10) == 0 ? null : before);
            assertThat(text(before.document())).isEqualTo(text(json.write(tree)));
        }
    }

    private static Tree changed(Tree tree, Random random) {
        Leaf leaf = new Leaf("l" + random.nextInt(5), random.nextInt());
        return switch (random.nextInt(5)) {
            case 0 -> tree.leaf(leaf);
            case 1 -> tree.leaf(new Leaf(tree.leaf().text(), tree.leaf().number()));
            case 2 -> {
                Map<String, Leaf> named = new TreeMap<>(tree.named());
                named.put("n" + random.nextInt(100), leaf);
                yield tree.named(Collections.unmodifiableMap(named));
            }
            case 3 -> tree.inner(tree.inner() == null ? BARE.leaf(tree.leaf()) : null);
            default -> tree.inner(tree.leaf(leaf).inner(null));
        };
    }

    @Test
    void canBeReadByWhoKnowsFewerFieldsAndRefusesNumbersThatAreMissing() {
        record More(String text, int number, List<String> unknown) {}
        record Needs(int number) {}
        byte[] more = json.write(new More("t", 7, new ArrayList<>(List.of("u"))));

        assertThat(json.read(more, Leaf.class)).isEqualTo(new Leaf("t", 7));
        assertThat(json.read(bytes("{}"), Leaf.class)).isEqualTo(new Leaf(null, null));
        assertThatThrownBy(() -> json.read(bytes("{}"), Needs.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.read(bytes("{\"number\":null}"), Needs.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.read(bytes("[]"), Leaf.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.read(bytes("{\"text\":\"a\","), Leaf.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesWhatTheRecordItselfRefusesAsUnreadable() {
        assertThatThrownBy(() -> json.read(bytes("{\"number\":0}"), Positive.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("not positive");
        assertThatThrownBy(() -> json.read(bytes("{\"id\":\"no id!\"}"), Tree.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("id");
    }

    @Test
    void copesWithMoreThanItRemembers() {
        List<Leaf> many = IntStream.range(0, 500).mapToObj(i -> new Leaf("l" + i, i)).toList();
        Map<String, Leaf> named = new TreeMap<>();
        many.forEach(leaf -> named.put("n" + leaf.number(), leaf));
        Tree tree = FULL.named(named);
        Encoded first = codec.encode(tree, null);

        Tree next = tree.leaf(new Leaf("other", 0));

        assertThat(codec.encode(next, first).document()).isEqualTo(json.write(next));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
