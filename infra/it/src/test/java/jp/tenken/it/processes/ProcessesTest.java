package jp.tenken.it.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.tenken.it.SuiteOptions;
import jp.tenken.it.audit.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ProcessesTest {

    private static final Logger logger = LoggerFactory.getLogger(ProcessesTest.class);

    @Test
    void keepsEveryPromiseWhileOneOfTwoServicesIsKilledOrEnded(@TempDir Path folder) {
        ProcessesRun.Settings twoRounds =
                new ProcessesRun.Settings(SuiteOptions.of(2, 6), folder, 200, 1_000);

        Findings findings = new ProcessesRun(twoRounds, logger::info).run();

        assertThat(findings.texts()).isEmpty();
    }
}
