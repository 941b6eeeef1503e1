package jp.tenken.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.audit.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class CrashTest {

    private static final Logger logger = LoggerFactory.getLogger(CrashTest.class);

    @Test
    void keepsEveryAcknowledgedDecisionOnceAndInOrderThroughFiveKills(@TempDir Path folder)
            throws Exception {
        CrashRun.Settings fiveRounds =
                new CrashRun.Settings(SuiteOptions.of(5, 32), folder, 100, 2_000);

        Findings findings = new CrashRun(fiveRounds, logger::info).run();

        assertThat(findings.texts()).isEmpty();
    }
}
