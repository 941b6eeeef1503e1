package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedTextTest {

    /** Around every border of the form, lone surrogates among them. */
    private static final List<Integer> UNITS =
            List.of(
                    0x0, 0x41, 0x7F, 0x80, 0x7FF, 0x3042, 0x6FFF, 0xD6FF, 0xD700, 0xD77F, 0xD780,
                    0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFF71, 0xFFFF);

    @Test
    void everyTextComesBackAndSortsAsInJavaWhoeverCompares() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String one = text(random);
            String other = text(random);
            String codedOne = OrderedText.encode(one);
            String codedOther = OrderedText.encode(other);
            int expected = Integer.signum(one.compareTo(other));
            assertThat(OrderedText.decode(codedOne)).as("seed %d", seed).isEqualTo(one);
            assertThat(Integer.signum(codedOne.compareTo(codedOther)))
                    .as("seed %d, as Java compares", seed)
                    .isEqualTo(expected);
            assertThat(Integer.signum(Arrays.compareUnsigned(utf8(codedOne), utf8(codedOther))))
                    .as("seed %d, as bytes compare", seed)
                    .isEqualTo(expected);
            assertThat(codedOne.contains(codedOther))
                    .as("seed %d, as a part", seed)
                    .isEqualTo(one.contains(other));
            assertThat(new String(utf8(codedOne), StandardCharsets.UTF_8))
                    .as("seed %d, as UTF-8", seed)
                    .isEqualTo(codedOne);
        }
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "住民税 Kōbe №1 'a' アイウ";
        assertThat(OrderedText.encode(text)).isSameAs(text);
        assertThat(OrderedText.decode(text)).isSameAs(text);
    }

    @Test
    void whatNobodyWroteIsRefused() {
        for (String damaged : List.of("\uD700", "a\uD780", "\uD700a", "\uD700\uD701")) {
            assertThatThrownBy(() -> OrderedText.decode(damaged))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            text.append((char) UNITS.get(random.nextInt(UNITS.size())).intValue());
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
