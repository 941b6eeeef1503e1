package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tenken.runtime.TenkenRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shinjuku moves to another storage by the commands that an operator copies, and reads there as it
 * did before: names, texts, statuses, histories, the proof of its log.
 */
class MunicipalityMoveTest {

    private static final String SHINJUKU = "131041";
    private static final String BASE = "/v1/municipalities/" + SHINJUKU;
    @TempDir Path folder;

    static Stream<Arguments> everyEngineToEveryEngine() {
        return Stream.of(MoveEngine.values())
                .flatMap(from -> Stream.of(MoveEngine.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("everyEngineToEveryEngine")
    void whatIsReadOfAMunicipalityIsTheSameBeforeAndAfterItMoved(MoveEngine from, MoveEngine to)
            throws Exception {
        House source = from.in(folder.resolve("source"));
        House target = to.in(folder.resolve("target"));
        Map<String, JsonNode> before;
        String head;
        try (StartedProgram program = source.start()) {
            before = everything(program);
            String officer = program.officer(List.of(SHINJUKU));
            head = program.reads(officer, BASE + "/events/head").path("hash").asString();
            assertThat(before).hasSizeGreaterThan(10);
            if (!source.shared()) {
                refusesAStorageThatIsInUse(source);
            }
        }
        String history = folder.resolve("shinjuku.tenken").toString();
        String keys = folder.resolve("shinjuku.keys").toString();

        Ran exported =
                Ran.of(source.settings(), "export", SHINJUKU, "--to", history, "--keys", keys);
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(exported.out()).contains(head);
        assertThat(Ran.of(List.of(), "verify", history, "--keys", keys).exit()).isZero();
        refusesAnAlteredFile(target, Path.of(history));
        Ran imported = Ran.of(target.settings(), "import", history, "--keys", keys);
        assertThat(imported.exit()).as(imported.err()).isZero();
        Ran again = Ran.of(target.settings(), "import", history, "--keys", keys);
        assertThat(again.exit()).as(again.err()).isZero();

        try (StartedProgram program = target.start()) {
            program.bean(TenkenRuntime.class)
                    .projections()
                    .awaitCaughtUp()
                    .get(StartedProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(everything(program)).isEqualTo(before);
        }
    }

    private void refusesAStorageThatIsInUse(House house) {
        String file = folder.resolve("refused").toString();
        Ran refused = Ran.of(house.settings(), "export", SHINJUKU, "--to", file, "--without-keys");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("storage-unusable: ").hasLineCount(1);
        assertThat(Path.of(file)).doesNotExist();
    }

    private void refusesAnAlteredFile(House target, Path history) throws Exception {
        byte[] bytes = Files.readAllBytes(history);
        bytes[bytes.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("altered"), bytes);
        Ran imported = Ran.of(target.settings(), "import", altered.toString(), "--without-keys");
        assertThat(imported.exit()).isEqualTo(1);
        assertThat(imported.err()).startsWith("transfer-").hasLineCount(1);
    }

    @Test
    void wrongCommandLinesSayWhatIsMissing() {
        assertThat(Ran.of(List.of(), "export", SHINJUKU, "--to", "x").err())
                .contains("--keys FILE or --without-keys");
        Ran noCode = Ran.of(List.of(), "export", "131042", "--to", "x", "--without-keys");
        assertThat(noCode.exit()).isEqualTo(2);
        assertThat(noCode.err()).contains("no municipality code");
        assertThat(Ran.of(List.of(), "import").exit()).isEqualTo(2);
        Ran help = Ran.of(List.of(), "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains("export", "import", "verify", "new-epoch", "TENKEN_DATA", "点検の保存先");
    }

    @Test
    void onlyArgumentsThatNameACommandAreCommands() {
        assertThat(MoveCommands.areMeantBy("--tenken.data=x", "verify", "file")).isTrue();
        assertThat(MoveCommands.areMeantBy("--help")).isTrue();
        assertThat(MoveCommands.areMeantBy("new-epoch", "--tenken.data=x")).isTrue();
        assertThat(MoveCommands.areMeantBy("--server.port=0", "--tenken.data=x")).isFalse();
        assertThat(MoveCommands.areMeantBy()).isFalse();
    }

    /** Whatever an officer of Shinjuku may read, by path. */
    private static Map<String, JsonNode> everything(StartedProgram program) throws Exception {
        String officer = program.officer(List.of(SHINJUKU));
        Map<String, JsonNode> read = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>();
        for (JsonNode contract : program.reads(officer, BASE + "/contracts").path("items")) {
            String at = BASE + "/contracts/" + contract.path("id").asString();
            paths.addAll(List.of(at, at + "/checklist", at + "/history", at + "/status"));
        }
        for (JsonNode incident : program.reads(officer, BASE + "/incidents").path("items")) {
            paths.add(BASE + "/incidents/" + incident.path("id").asString());
        }
        paths.addAll(
                List.of(
                        BASE + "/contracts",
                        BASE + "/incidents",
                        BASE + "/history",
                        BASE + "/status",
                        BASE + "/events/head"));
        for (String path : paths) {
            JsonNode answer = program.reads(officer, path);
            // A cursor is sealed with a secret of the program, which stays where it is.
            if (answer.path("nextCursor").isString()) {
                ((ObjectNode) answer).remove("nextCursor");
            }
            read.put(path, answer);
        }
        return read;
    }
}
