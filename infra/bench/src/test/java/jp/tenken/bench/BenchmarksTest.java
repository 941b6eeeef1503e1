package jp.tenken.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every benchmark in its smallest form. */
class BenchmarksTest {

    private static final String RESULT =
            "RESULT name=%s(-[a-z]+)? engine=%s ratio=\\d+\\.\\d{3} bar=\\d+\\.\\d{2} pass=(true|false)";

    @TempDir Path folder;

    static Stream<Arguments> all() {
        return Stream.of("sqlite", "mongodb")
                .flatMap(
                        engine ->
                                Benchmarks.names(engine).stream()
                                        .filter(name -> fitsIntoATest(name, engine))
                                        .map(name -> Arguments.of(name, engine)));
    }

    /** Whole programs on a server that scans take minutes; the suite of processes starts them. */
    private static boolean fitsIntoATest(String name, String engine) {
        return engine.equals("sqlite") || !Set.of("command-http", "start").contains(name);
    }

    @ParameterizedTest
    @MethodSource("all")
    void runsAndReportsFiniteRatiosInWellFormedLines(String name, String engine) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        List<Result> results =
                Benchmarks.run(
                        new Options(name, engine, Scale.SMOKE), folder, print(out), print(err));

        assertThat(results).isNotEmpty();
        assertThat(results)
                .allSatisfy(result -> assertThat(result.ratio()).isFinite().isPositive());
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("RESULT")))
                .hasSameSizeAs(results)
                .allMatch(line -> line.matches(RESULT.formatted(name, engine)));
        assertThat(folder).doesNotExist();
    }

    @Test
    void saysTheMachineAndTheCallsOfTheRawSide() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Benchmarks.run(
                new Options("append", "sqlite", Scale.SMOKE),
                folder,
                print(out),
                print(new ByteArrayOutputStream()));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("cores", "file system", "forcing", "PRAGMA synchronous=FULL")
                .contains("INSERT INTO commits", "CREATE UNIQUE INDEX commits_append");
    }

    @Test
    void whatIsMeasuredOnSomethingThatIsNotMongoDbPassesNothingAndSaysSo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<Result> results =
                Benchmarks.run(
                        new Options("append", "mongodb", Scale.SMOKE),
                        folder,
                        print(out),
                        print(new ByteArrayOutputStream()));

        assertThat(results).noneMatch(Result::pass);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("server: ", "says version", "\"w\": \"majority\"", "commits.insertMany")
                .containsPattern(
                        "NOTE figures on a server that is not MongoDB.*\nRESULT name=append");
    }

    @Test
    void theScriptKnowsTheNamesOfAll() throws Exception {
        List<String> shared = new ArrayList<>(Benchmarks.names("mongodb"));
        shared.removeAll(Benchmarks.names("sqlite"));

        assertThat(Files.readString(Path.of("run")))
                .contains("names=\"" + String.join(" ", Benchmarks.names("sqlite")) + "\"")
                .contains("shared=\"" + String.join(" ", shared) + "\"");
    }

    @Test
    void readsItsCommandLine() {
        assertThat(Benchmarks.options(List.of("source")))
                .isEqualTo(new Options("source", "sqlite", Scale.FULL));
        assertThat(Benchmarks.options(List.of("contention", "mongodb")))
                .isEqualTo(new Options("contention", "mongodb", Scale.FULL));
        assertThat(Benchmarks.options(List.of("--quick", "append", "sqlite")))
                .isEqualTo(new Options("append", "sqlite", Scale.QUICK));
        assertThat(Benchmarks.options(List.of("replay", "--events", "2_000_000")).scale())
                .isEqualTo(Scale.FULL.of(2_000_000));
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndSaysHowItIsUsed() {
        for (List<String> wrong :
                List.of(
                        List.<String>of(),
                        List.of("faster"),
                        List.of("append", "papyrus"),
                        List.of("append", "--events"),
                        List.of("append", "--fast"),
                        List.of("append", "sqlite", "more"))) {
            assertThatThrownBy(() -> Benchmarks.options(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("usage: infra/bench/run <name|all>");
        }
        assertThatThrownBy(() -> Benchmarks.options(List.of("contention", "sqlite")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contention needs an engine that processes share: mongodb");
        assertThatThrownBy(() -> Benchmarks.options(List.of("faster")))
                .hasMessageStartingWith("there is no benchmark faster");
        assertThatThrownBy(() -> Benchmarks.options(List.of("append", "--events", "many")))
                .hasMessageContaining("is no number");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
