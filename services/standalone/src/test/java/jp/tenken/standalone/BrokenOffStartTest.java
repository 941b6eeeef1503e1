package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.tenken.eventstore.Commit;
import jp.tenken.runtime.TenkenRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start that is broken off is completed by the next one, as if nothing had happened. */
class BrokenOffStartTest {

    // Somewhere between the first ward and the last contract, of which there are 278 events.
    private static final List<Long> BREAKS = List.of(20L, 90L, 160L);

    @TempDir Path undisturbed;
    @TempDir Path disturbed;

    @Test
    void theNextStartsBringWhatIsMissingAndNothingTwice() throws Exception {
        Map<String, Map<String, Long>> wanted;
        try (StartedProgram program = new StartedProgram(undisturbed).healthy()) {
            wanted = events(program);
        }
        for (long head : BREAKS) {
            try (StartedProgram program = new StartedProgram(disturbed)) {
                assertThat(program.bean(TryOutProgress.class).state())
                        .as("the start before event %d has to go on", head)
                        .isEqualTo(TryOutProgress.State.UNDER_WAY);
                awaitHead(program, head);
            }
        }
        try (StartedProgram program = new StartedProgram(disturbed).healthy()) {
            assertThat(events(program)).isEqualTo(wanted);
        }
    }

    private static void awaitHead(StartedProgram program, long head) {
        TenkenRuntime runtime = program.bean(TenkenRuntime.class);
        Instant giveUp = Instant.now().plus(StartedProgram.PATIENCE);
        while (runtime.log().head() < head) {
            assertThat(Instant.now()).as("event %d is written in time", head).isBefore(giveUp);
            Thread.onSpinWait();
        }
    }

    /** How many events of each type each municipality has. */
    private static Map<String, Map<String, Long>> events(StartedProgram program) throws Exception {
        List<Commit> commits =
                program.bean(TenkenRuntime.class)
                        .log()
                        .read(0, 10_000)
                        .get(StartedProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .commits();
        return commits.stream()
                .collect(
                        Collectors.groupingBy(
                                commit -> commit.header().tenant(),
                                TreeMap::new,
                                Collectors.flatMapping(
                                        commit -> commit.events().stream(),
                                        Collectors.groupingBy(
                                                event -> event.name(),
                                                TreeMap::new,
                                                Collectors.counting()))));
    }
}
