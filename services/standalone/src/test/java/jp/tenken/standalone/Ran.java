package jp.tenken.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What a command came to.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Ran(int exit, String out, String err) {

    private static final String PASSPHRASE = "a passphrase for the move";

    /** Runs it in this process. */
    static Ran of(List<String> settings, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments =
                Stream.concat(settings.stream(), Stream.of(command)).toArray(String[]::new);
        CommandLine line =
                MoveCommands.line(name -> PASSPHRASE, arguments)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int exit = MoveCommands.run(line, arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
