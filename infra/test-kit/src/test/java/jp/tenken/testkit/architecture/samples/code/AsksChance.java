package jp.tenken.testkit.architecture.samples.code;

import java.util.UUID;
import java.util.function.Supplier;

/** Asks chance, by a reference. */
public final class AsksChance {

    /** Another one at each call. */
    public Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
