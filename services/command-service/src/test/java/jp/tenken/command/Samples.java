package jp.tenken.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The documents that come with the product. */
public final class Samples {

    private Samples() {}

    /** The filled checklist of Shinjuku as it was published. */
    public static String shinjuku() throws IOException {
        String path = "/samples/checklist-shinjuku.md";
        try (InputStream in =
                Objects.requireNonNull(Samples.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
