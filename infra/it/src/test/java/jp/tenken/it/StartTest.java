package jp.tenken.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedTenken.class)
class StartTest {

    @Test
    void aTakenPortIsOneClearLine(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                TenkenProcess second =
                        TenkenProcess.launch(
                                folder.resolve("data"),
                                taken.getLocalPort(),
                                folder.resolve("output.txt"))) {

            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output().lines().filter(line -> !line.isBlank()))
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " is taken", "SERVER_PORT");
        }
    }

    @Test
    void aDataFolderInUseIsOneClearLine(RunningTenken tenken, @TempDir Path folder) {
        Path data = tenken.folder().resolve("data");
        try (TenkenProcess second = TenkenProcess.launch(data, 0, folder.resolve("output.txt"))) {

            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output().lines().filter(line -> !line.isBlank()))
                    .singleElement()
                    .asString()
                    .contains(data.toString(), "in use", "choose another folder");
        }
    }

    @Test
    void aFirstStartSaysWhatItBringsInWhatRunsWhereTheDataIsAndWhatToOpenNext(
            RunningTenken tenken) {
        // The last of its first words; a program answers before it has said it.
        var unused = tenken.process().awaitSaid(Pattern.compile("(what is here, what to try)"));
        String said = tenken.process().output();

        assertThat(said.lines().map(StartTest::withoutPrefix))
                .containsSubsequence(
                        "First start: bringing in the content of the try-out",
                        "Tenken (点検) runs at " + tenken.address(),
                        "  open next  " + tenken.address() + "/");
        assertThat(said).contains("131016 千代田区: 5 departments", "131041 新宿区: 5 departments");
        for (int n = 1; n <= 6; n++) {
            assertThat(said).contains("131041 MIHON-%d: ".formatted(n));
        }
        assertThat(said.lines().map(StartTest::withoutPrefix))
                .filteredOn(line -> line.startsWith("  data  "))
                .singleElement()
                .asString()
                .contains(tenken.folder().resolve("data").toString())
                .containsPattern("sqlite.*, [1-9][0-9]* events");
    }

    @Test
    void aRebuildThatWasAskedForSaysWhenItBeginsAndWhenItIsDone(@TempDir Path folder) {
        Path data = folder.resolve("data");
        // A first start is broken off as soon as there is something to build from.
        try (TenkenProcess first = TenkenProcess.launch(data, 0, folder.resolve("first.txt"))) {
            var unused = first.awaitSaid(Pattern.compile("(131041 新宿区: 5 departments)"));
        }
        try (TenkenProcess second =
                TenkenProcess.launch(
                        data, 0, folder.resolve("second.txt"), Map.of("TENKEN_REBUILD", "true"))) {
            String done =
                    second.awaitSaid(
                            Pattern.compile("(([1-9][0-9]*) of \\2 views are built anew.*)"));

            assertThat(second.output())
                    .containsPattern(
                            "Building [1-9][0-9]* views anew from [1-9][0-9]* events;"
                                    + " readers use the old rows until then");
            assertThat(done).containsPattern("up to event [1-9]");
        }
    }

    /** What is said behind the time, the level and whoever says it. */
    private static String withoutPrefix(String line) {
        return line.replaceFirst("^[0-9:.]+ [A-Z]+ +[^ ]+ - ", "");
    }
}
