package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedTextTest {

    @Test
    void bytesCompareAsTheTextsDoAndGiveThemBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String one = text(random);
            String other = random.nextInt(5) == 0 ? one + text(random) : text(random);
            byte[] oneBytes = OrderedText.encode(one);
            byte[] otherBytes = OrderedText.encode(other);
            assertThat(OrderedText.decode(oneBytes)).as("seed %d", seed).isEqualTo(one);
            assertThat(Integer.signum(Arrays.compareUnsigned(oneBytes, otherBytes)))
                    .as("seed %d: %s and %s", seed, one, other)
                    .isEqualTo(Integer.signum(one.compareTo(other)));
        }
    }

    @Test
    void ordinaryTextIsUtf8() {
        for (String text : new String[] {"", "abc", "住民税業務委託 №1", "\u0000\uFFFF"}) {
            assertThat(OrderedText.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Any code units at all, lone surrogates too, with much from the places where encodings change.
     */
    private static String text(Random random) {
        char[] units = new char[random.nextInt(6)];
        for (int i = 0; i < units.length; i++) {
            units[i] =
                    switch (random.nextInt(5)) {
                        case 0 -> (char) random.nextInt(0x100);
                        case 1 -> (char) (0x7F0 + random.nextInt(0x20));
                        case 2 -> (char) (0xD700 + random.nextInt(0xA00));
                        case 3 -> (char) (0xDFF0 + random.nextInt(0x30));
                        default -> (char) random.nextInt(0x10000);
                    };
        }
        return new String(units);
    }
}
