package jp.tenken.vault;

/**
 * A text that only whoever has its key can read.
 *
 * @param keyId which key
 * @param sealed the encrypted text in base64url without padding
 */
public record SealedValue(String keyId, String sealed) {}
