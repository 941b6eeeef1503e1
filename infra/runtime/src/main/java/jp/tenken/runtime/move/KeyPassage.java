package jp.tenken.runtime.move;

import java.nio.file.Path;

/**
 * The file in which a municipality's keys travel.
 *
 * @param file of the keys
 * @param passphrase that seals them, at least 16 characters; the caller clears it
 */
public record KeyPassage(Path file, char[] passphrase) {

    /** Without the passphrase, so that it gets into no log. */
    @Override
    public String toString() {
        return "KeyPassage[file=%s]".formatted(file);
    }
}
