package jp.tenken.it;

import java.io.IOException;

/** Where clients get their tokens. Thread-safe. */
@FunctionalInterface
public interface Tokens {

    /** A token for somebody, good for the whole run. */
    String of(Identity identity) throws IOException;
}
