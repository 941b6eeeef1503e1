package jp.tenken.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a running JVM cannot let go of, asked by the JDK's own tool. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /**
     * Bytes of all live objects after a full collection.
     *
     * @param pid of the process, which is the same user's
     */
    static long of(long pid) throws IOException, InterruptedException {
        Process asked =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = asked.waitFor();
        Matcher total = TOTAL.matcher(answer);
        if (code != 0 || !total.find()) {
            throw new IOException("no figures of process " + pid + ": " + answer);
        }
        return Long.parseLong(total.group(1));
    }
}
