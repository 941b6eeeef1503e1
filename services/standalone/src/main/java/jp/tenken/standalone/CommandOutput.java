package jp.tenken.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The process's own streams for people who read Japanese, whatever the machine's language is. */
final class CommandOutput {

    private CommandOutput() {}

    /** Where results go. */
    static PrintWriter results() {
        return writer(FileDescriptor.out, "stdout.encoding");
    }

    /** Where failures go. */
    static PrintWriter failures() {
        return writer(FileDescriptor.err, "stderr.encoding");
    }

    private static PrintWriter writer(FileDescriptor stream, String encoding) {
        return new PrintWriter(
                new OutputStreamWriter(
                        new FileOutputStream(stream), charset(System.getProperty(encoding))),
                true);
    }

    /** What the terminal says it reads; UTF-8 where it says none that has Japanese in it. */
    static Charset charset(@Nullable String said) {
        Charset charset =
                said != null && Charset.isSupported(said)
                        ? Charset.forName(said)
                        : StandardCharsets.UTF_8;
        return charset.canEncode() && charset.newEncoder().canEncode("点検")
                ? charset
                : StandardCharsets.UTF_8;
    }
}
