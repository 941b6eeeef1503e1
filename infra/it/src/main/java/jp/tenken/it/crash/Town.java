package jp.tenken.it.crash;

import java.util.List;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.TenantId;

/**
 * A municipality of the try-out.
 *
 * @param code six digits
 */
record Town(String code) {

    /** Those whose clients write side by side. */
    static final List<Town> ALL = List.of(new Town("131041"), new Town("131130"));

    String tenant() {
        return TenantId.derivedFrom(MunicipalityCode.of(code)).value();
    }

    String path(String rest) {
        return "/v1/municipalities/" + code + rest;
    }
}
