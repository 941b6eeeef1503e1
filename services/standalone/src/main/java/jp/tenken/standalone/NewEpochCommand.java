package jp.tenken.standalone;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import jp.tenken.runtime.Waiting;
import jp.tenken.runtime.storage.OpenStorage;
import jp.tenken.runtime.storage.StorageChoice;
import jp.tenken.runtime.storage.StorageSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What an operator does once after a storage was restored from a backup: names the log anew, so
 * that whoever knows the history from before the restore notices. Opens the storage afterwards, as
 * the program will.
 */
@Command(
        name = "new-epoch",
        description = {
            "Gives the log of a storage that was restored from a backup a new epoch.",
            "Cursors from before are refused, and views are built anew. Stop all services first.",
            "バックアップから復元した後に、ログへ新しいエポックを付けます。以前のカーソルは使えなくなり、",
            "ビューは作り直されます。先にすべてのサービスを停止してください。"
        })
final class NewEpochCommand implements Callable<Integer> {

    private final String[] settings;

    @Spec @Nullable CommandSpec spec;

    /**
     * On the storage that the settings name.
     *
     * @param settings as the program takes them, {@code --tenken.data=...}
     */
    NewEpochCommand(String... settings) {
        this.settings = settings.clone();
    }

    @Override
    public Integer call() {
        return MoveSession.read(this::renew, settings);
    }

    private Integer renew(StorageSettings storage, Clock clock) {
        StorageChoice choice = StorageChoice.ofAll();
        choice.renewEpoch(storage);
        try (OpenStorage opened = choice.open(storage, true, clock)) {
            told(opened);
        }
        return CommandLine.ExitCode.OK;
    }

    private void told(OpenStorage opened) {
        var log = opened.storage().log();
        var out = Objects.requireNonNull(spec, "filled by the command line").commandLine().getOut();
        out.printf("new epoch / 新しいエポック: %s%n", log.epoch());
        out.printf("  storage / 保存先: %s%n", opened.storage().location());
        out.printf("  events / イベント: %,d%n", Waiting.atStart(log.head()));
        out.println("Cursors of the feed from before answer 410 cursor-expired from now on.");
        out.println("At the next start views are built anew, and what the log records as erased");
        out.println("is erased again.");
        out.println("これより前の配信カーソルには 410 cursor-expired が返ります。");
        out.println("次の起動でビューが作り直され、ログに記録された消去がもう一度行われます。");
        out.flush();
    }
}
