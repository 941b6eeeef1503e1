package jp.tenken.testkit.architecture.samples.code;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Is filled behind its back. */
public final class Injected {

    /** By whom? */
    @Autowired @Nullable Sleeper sleeper;
}
