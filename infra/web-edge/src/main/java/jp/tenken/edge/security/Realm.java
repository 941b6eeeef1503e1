package jp.tenken.edge.security;

import java.util.Set;
import jp.tenken.kernel.MunicipalityCode;

/**
 * For which municipalities an issuer may speak.
 *
 * @param all every one, also those to come
 * @param codes these; without meaning when {@code all}
 */
public record Realm(boolean all, Set<MunicipalityCode> codes) {

    /** Copies the codes. */
    public Realm {
        codes = Set.copyOf(codes);
    }

    /** Whether the issuer may speak for the municipality. */
    public boolean covers(MunicipalityCode code) {
        return all || codes.contains(code);
    }
}
