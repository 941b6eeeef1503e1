package jp.tenken.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tenken.eventstore.transfer.TransferSummary;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.move.KeyPassage;
import jp.tenken.runtime.move.MoveReceipt;
import jp.tenken.runtime.move.MunicipalityMove;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The commands that move a municipality to another storage, with the one that follows a restore
 * beside them ({@link NewEpochCommand}). They need the storage to themselves where the engine
 * allows only one process, so the program is stopped first.
 *
 * <p>Exit codes: 0 done; 1 refused or failed, with one line that begins with a stable code; 2 the
 * command line is wrong.
 */
@Command(
        name = "tenken",
        description = {
            "Works on the storage of Tenken. Without a command, Tenken starts.",
            "点検の保存先に対する操作です。コマンドを指定しなければ点検が起動します。"
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The storage is the one that the program runs with: set TENKEN_DATA, or say",
            "--tenken.data=FOLDER.",
            "Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong.",
            "",
            "保存先は点検本体と同じ設定 (TENKEN_DATA または --tenken.data=FOLDER) で指定します。",
            "終了コード: 0 完了、1 拒否または失敗、2 コマンドラインの誤り。"
        })
final class MoveCommands implements Runnable {

    private static final Set<String> NAMES =
            Set.of("export", "import", "verify", "new-epoch", "--help", "-h");
    private static final String HISTORY = "the file of the history / 履歴のファイル";
    private static final Predicate<String> SETTING = each -> each.startsWith("--tenken.");

    private final String[] settings;
    private final Function<String, @Nullable String> environment;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this / この説明を表示します")
    boolean help;

    private MoveCommands(String[] settings, Function<String, @Nullable String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Whether the arguments name a command, or ask for help, instead of starting the program. */
    static boolean areMeantBy(String... arguments) {
        return Arrays.stream(arguments).filter(SETTING.negate()).limit(1).anyMatch(NAMES::contains);
    }

    /** Commands over the settings among the arguments; prints on the process's own streams. */
    static CommandLine line(Function<String, @Nullable String> environment, String... arguments) {
        String[] settings = Arrays.stream(arguments).filter(SETTING).toArray(String[]::new);
        return new CommandLine(new MoveCommands(settings, environment))
                .addSubcommand(new NewEpochCommand(settings))
                .setOut(CommandOutput.results())
                .setErr(CommandOutput.failures())
                .setExecutionExceptionHandler(MoveFailures::told);
    }

    /** Does what the arguments say. */
    static int run(CommandLine line, String... arguments) {
        return line.execute(
                Arrays.stream(arguments).filter(SETTING.negate()).toArray(String[]::new));
    }

    @Override
    public void run() {
        throw new ParameterException(
                line(),
                "say export, import, verify or new-epoch"
                        + " / export、import、verify、new-epoch のいずれかを指定してください");
    }

    @Command(
            name = "export",
            description = {
                "Writes a municipality's whole history, and its keys, to files.",
                "団体の全履歴と鍵をファイルに書き出します。"
            })
    int export(
            @Parameters(
                            paramLabel = "CODE",
                            description = {
                                "the six digits under which it was onboarded",
                                "登録時の団体コード (6 桁)"
                            })
                    String code,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FILE",
                            description = {
                                "the file of the history, packed when it ends with .gz",
                                "履歴のファイル (.gz で終われば圧縮)"
                            })
                    Path to,
            @Mixin KeyOptions keys) {
        TenantId tenant = tenant(code);
        KeyPassage passage = keys.passage(line(), environment);
        try (MoveSession session = MoveSession.open(settings)) {
            told(
                    "exported / 書き出しました",
                    session.move()
                            .export(
                                    tenant,
                                    to.toAbsolutePath(),
                                    passage,
                                    new MoveProgress(out(), "written / 書き出し")));
        }
        out().println("From now on the source must take no commands of this municipality.");
        out().println("これ以降、移行元でこの団体の操作を受け付けてはなりません。");
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "import",
            description = {
                "Verifies the files, then brings history and keys into this storage.",
                "Importing again goes on where an earlier import stopped.",
                "ファイルを検証し、履歴と鍵をこの保存先に取り込みます。中断した取り込みは続きから行います。"
            })
    int bring(
            @Parameters(paramLabel = "FILE", description = HISTORY) Path file,
            @Mixin KeyOptions keys) {
        KeyPassage passage = keys.passage(line(), environment);
        try (MoveSession session = MoveSession.open(settings)) {
            MoveReceipt receipt =
                    session.move()
                            .bring(
                                    file.toAbsolutePath(),
                                    passage,
                                    new MoveProgress(out(), "verified / 検証"),
                                    new MoveProgress(out(), "imported / 取り込み"));
            told("imported / 取り込みました", receipt);
            out().printf("  stood before / 取り込み前: %,d%n", receipt.eventsBefore());
        }
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "verify",
            description = {"Checks the files with nothing but the files.", "ファイルだけを使って内容を検証します。"})
    int verify(
            @Parameters(paramLabel = "FILE", description = HISTORY) Path file,
            @Mixin KeyOptions keys) {
        KeyPassage passage = keys.passage(line(), environment);
        told(
                "verified / 検証しました",
                MunicipalityMove.verify(
                        file.toAbsolutePath(), passage, new MoveProgress(out(), "verified / 検証")));
        return CommandLine.ExitCode.OK;
    }

    private TenantId tenant(String code) {
        try {
            return TenantId.derivedFrom(MunicipalityCode.of(code));
        } catch (Rejection invalid) {
            throw new ParameterException(
                    line(),
                    "%s is no municipality code: six digits / 団体コード (6 桁) ではありません".formatted(code),
                    invalid);
        }
    }

    private void told(String what, MoveReceipt receipt) {
        TransferSummary history = receipt.history();
        out().printf("%s: %s%n", what, history.header().tenant());
        out().printf("  events / イベント: %,d%n", history.events());
        out().printf("  commits / コミット: %,d%n", history.commits());
        out().printf("  of them erased / うち消去済み: %,d%n", history.tombstones());
        out().printf("  contracts / 契約: %,d%n", history.chains());
        out().printf("  keys / 鍵: %,d%n", receipt.keys());
        out().printf("  last sequence / 最終番号: %d%n", history.header().headSequence());
        out().printf("  hash / ハッシュ: %s%n", history.header().headHash());
        out().flush();
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec, "filled by the command line").commandLine();
    }

    private PrintWriter out() {
        return line().getOut();
    }
}
