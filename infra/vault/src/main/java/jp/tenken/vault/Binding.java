package jp.tenken.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a key or a sealed text is bound to: associated data, so that neither can be moved to another
 * tenant, key or use.
 */
final class Binding {

    private Binding() {}

    /** The parts with their lengths, so that ("ab", "c") and ("a", "bc") differ. */
    static byte[] of(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
