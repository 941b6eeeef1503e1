package jp.tenken.it.audit;

import java.util.List;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.TenantId;

/**
 * A municipality of the try-out.
 *
 * @param code six digits
 */
public record Town(String code) {

    /** Where the try-out has six contracts. */
    public static final Town SHINJUKU = new Town("131041");

    /** Those whose clients write side by side. */
    public static final List<Town> ALL = List.of(SHINJUKU, new Town("131130"));

    public String tenant() {
        return TenantId.derivedFrom(MunicipalityCode.of(code)).value();
    }

    public String path(String rest) {
        return "/v1/municipalities/" + code + rest;
    }
}
