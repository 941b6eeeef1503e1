package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private static final String WORD = "植込花子 a";
    private static final List<String> WORDS = List.of("他の語", WORD);

    @TempDir Path folder;

    @Test
    void aWordIsFoundHoweverItIsWritten() throws Exception {
        String escaped = "\\u690d\\u8fbc\\u82b1\\u5b50 a";
        assertThat(Traces.in("…" + WORD + "…", WORDS)).containsExactly(WORD);
        assertThat(Traces.in(escaped, WORDS)).containsExactly(WORD);
        assertThat(Traces.in(URLEncoder.encode(WORD, StandardCharsets.UTF_8), WORDS))
                .containsExactly(WORD);
        for (String before : List.of("", "x", "xy", "xyz")) {
            byte[] bytes = (before + WORD + "?>~").getBytes(StandardCharsets.UTF_8);
            assertThat(Traces.in(Base64.getEncoder().encodeToString(bytes), WORDS))
                    .as("behind '%s'", before)
                    .containsExactly(WORD);
            assertThat(Traces.in(Base64.getUrlEncoder().encodeToString(bytes), WORDS))
                    .containsExactly(WORD);
        }
        assertThat(Traces.in("植込 花子 a", WORDS)).isEmpty();
    }

    @Test
    void filesAreSearchedThroughAllFolders() throws Exception {
        Files.createDirectories(folder.resolve("below"));
        Files.write(folder.resolve("below/one"), WORD.getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("two"), "nothing");

        assertThat(Traces.inFiles(folder, WORDS)).containsExactly("below/one: " + WORD);
    }
}
