package jp.tenken.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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
}
