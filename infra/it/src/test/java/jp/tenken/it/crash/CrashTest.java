package jp.tenken.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.audit.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class CrashTest {

    private static final Logger logger = LoggerFactory.getLogger(CrashTest.class);

    private static final Pattern ACKNOWLEDGED =
            Pattern.compile("^round [0-9]+/5 .*, acknowledged ([0-9]+),");

    @Test
    void keepsEveryAcknowledgedDecisionOnceAndInOrderThroughFiveKills(@TempDir Path folder)
            throws Exception {
        CrashRun.Settings fiveRounds =
                new CrashRun.Settings(SuiteOptions.of(5, 32), folder, 100, 2_000);

        List<String> said = new ArrayList<>();
        Findings findings =
                new CrashRun(
                                fiveRounds,
                                line -> {
                                    logger.info(line);
                                    said.add(line);
                                })
                        .run();

        assertThat(findings.texts()).isEmpty();
        List<Integer> acknowledged =
                said.stream()
                        .map(ACKNOWLEDGED::matcher)
                        .filter(Matcher::find)
                        .map(round -> Integer.valueOf(round.group(1)))
                        .toList();
        assertThat(acknowledged).as("acknowledged in each round").hasSize(5);
        // A round may be too short on a busy machine; all of them prove nothing without a decision.
        assertThat(acknowledged.stream().mapToInt(Integer::intValue).sum()).isPositive();
    }
}
