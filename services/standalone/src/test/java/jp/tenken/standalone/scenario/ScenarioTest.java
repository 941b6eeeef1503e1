package jp.tenken.standalone.scenario;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories, each in a municipality of its own. */
class ScenarioTest {

    @TempDir static Path data;

    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        program = new Program(data);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aChecklistIsSentBackAndComesAgain() throws Exception {
        new SentBackStory(
                        new Town(
                                program,
                                "131091",
                                "品川区",
                                "Shinagawa City",
                                List.of("0101", "0102")))
                .play();
    }
}
