package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands as somebody copies them, one frame after the other, into one and the same shell. */
final class Terminal {

    // Beside what a command prints, each request says how it was answered.
    private static final String PREAMBLE =
            """
            set -uo pipefail
            curl() { command curl --noproxy '*' --max-time 100 -w '%{stderr}%{http_code}\\n' "$@"; }
            """;
    private static final String NEXT = "=== the next frame ===";

    private Terminal() {}

    /**
     * What came of it.
     *
     * @param printed by each frame
     * @param statuses of all requests, in their order
     */
    record Printed(List<String> printed, List<String> statuses) {}

    /**
     * Runs them all.
     *
     * @param folder for the script and what it prints
     */
    static Printed run(Path folder, List<String> frames) throws Exception {
        StringBuilder script = new StringBuilder(PREAMBLE);
        for (String frame : frames) {
            script.append(frame).append("\necho; echo '").append(NEXT).append("'\n");
        }
        Path file = Files.writeString(folder.resolve("frames.sh"), script);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process shell =
                new ProcessBuilder("bash", file.toString())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(shell.waitFor(StartedProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the commands come to an end")
                    .isTrue();
        } finally {
            shell.destroyForcibly();
        }
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        List<String> statuses = Files.readAllLines(err, StandardCharsets.UTF_8);
        assertThat(shell.exitValue()).as("%s %s", printed, statuses).isZero();
        return new Printed(frames(printed), statuses);
    }

    private static List<String> frames(String printed) {
        List<String> frames = new ArrayList<>(List.of(printed.split(NEXT, -1)));
        frames.removeLast();
        return frames.stream().map(String::strip).toList();
    }
}
