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
 * The commands that move a municipality to another storage. They need the storage to themselves
 * where the engine allows only one process, so the program is stopped first.
 *
 * <p>Exit codes: 0 done; 1 refused or failed, with one line that begins with a stable code; 2 the
 * command line is wrong.
 */
@Command(
        name = "tenken",
        description = "Moves a municipality to another storage. Without a command, Tenken starts.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The storage is the one that the program runs with: set TENKEN_DATA, or say",
            "--tenken.data=FOLDER.",
            "Exit codes: 0 done, 1 refused or failed, 2 the command line is wrong."
        })
final class MoveCommands implements Runnable {

    private static final Set<String> NAMES = Set.of("export", "import", "verify", "--help", "-h");
    private static final Predicate<String> SETTING = each -> each.startsWith("--tenken.");

    private final String[] settings;
    private final Function<String, @Nullable String> environment;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this")
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
                .setExecutionExceptionHandler(MoveFailures::told);
    }

    /** Does what the arguments say. */
    static int run(CommandLine line, String... arguments) {
        return line.execute(
                Arrays.stream(arguments).filter(SETTING.negate()).toArray(String[]::new));
    }

    @Override
    public void run() {
        throw new ParameterException(line(), "say export, import or verify");
    }

    @Command(
            name = "export",
            description = "Writes a municipality's whole history, and its keys, to files.")
    int export(
            @Parameters(
                            paramLabel = "CODE",
                            description = "the six digits under which it was onboarded")
                    String code,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "FILE",
                            description = "the file of the history, packed when it ends with .gz")
                    Path to,
            @Mixin KeyOptions keys) {
        TenantId tenant = tenant(code);
        KeyPassage passage = keys.passage(line(), environment);
        try (MoveSession session = MoveSession.open(settings)) {
            told(
                    "exported",
                    session.move()
                            .export(
                                    tenant,
                                    to.toAbsolutePath(),
                                    passage,
                                    new MoveProgress(out(), "written")));
        }
        out().println("From now on the source must take no commands of this municipality.");
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "import",
            description = {
                "Verifies the files, then brings history and keys into this storage.",
                "Importing again goes on where an earlier import stopped."
            })
    int bring(
            @Parameters(paramLabel = "FILE", description = "the file of the history") Path file,
            @Mixin KeyOptions keys) {
        KeyPassage passage = keys.passage(line(), environment);
        try (MoveSession session = MoveSession.open(settings)) {
            MoveReceipt receipt =
                    session.move()
                            .bring(
                                    file.toAbsolutePath(),
                                    passage,
                                    new MoveProgress(out(), "verified"),
                                    new MoveProgress(out(), "imported"));
            told("imported", receipt);
            out().printf("  stood before %,d events%n", receipt.eventsBefore());
        }
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "verify", description = "Checks the files with nothing but the files.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "the file of the history") Path file,
            @Mixin KeyOptions keys) {
        KeyPassage passage = keys.passage(line(), environment);
        told(
                "verified",
                MunicipalityMove.verify(
                        file.toAbsolutePath(), passage, new MoveProgress(out(), "verified")));
        return CommandLine.ExitCode.OK;
    }

    private TenantId tenant(String code) {
        try {
            return TenantId.derivedFrom(MunicipalityCode.of(code));
        } catch (Rejection invalid) {
            throw new ParameterException(
                    line(), "%s is no municipality code: six digits".formatted(code), invalid);
        }
    }

    private void told(String what, MoveReceipt receipt) {
        TransferSummary history = receipt.history();
        out().printf("%s %s%n", what, history.header().tenant());
        out().printf("  events       %,d in %,d commits", history.events(), history.commits());
        out().printf(", %,d of them erased%n", history.tombstones());
        out().printf("  contracts    %,d chains%n", history.chains());
        out().printf("  keys         %,d%n", receipt.keys());
        out().printf("  head         sequence %d%n", history.header().headSequence());
        out().printf("  hash         %s%n", history.header().headHash());
        out().flush();
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec, "filled by the command line").commandLine();
    }

    private PrintWriter out() {
        return line().getOut();
    }
}
