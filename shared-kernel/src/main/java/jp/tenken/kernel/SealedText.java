package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * A free text that only whoever has its key can read. It is sealed at the edge before a command is
 * made, so that commands, events, rows and log lines never hold the words; when the key is
 * destroyed, this remains and means nothing.
 *
 * @param keyId the key that opens it: 1-64 letters, digits or {@code -}; says nothing by itself
 * @param sealed the encrypted text in base64url without padding; never empty
 */
public record SealedText(String keyId, String sealed) {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]+");

    /**
     * Refuses what no sealer makes.
     *
     * @throws IllegalArgumentException when either part has not its form
     */
    public SealedText {
        if (!KEY_ID.matcher(keyId).matches() || !SEALED.matcher(sealed).matches()) {
            throw new IllegalArgumentException("not a sealed text");
        }
    }
}
