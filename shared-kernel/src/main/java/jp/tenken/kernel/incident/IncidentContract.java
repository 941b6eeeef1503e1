package jp.tenken.kernel.incident;

import java.util.Map;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import org.jspecify.annotations.Nullable;

/**
 * A contract that an incident concerns.
 *
 * @param contractId the contract
 * @param personsEstimate about how many persons under it, 0 or more; null = nobody knows yet
 */
public record IncidentContract(ContractId contractId, @Nullable Integer personsEstimate) {

    /** Refuses a negative estimate ({@code number-out-of-range}). */
    public IncidentContract {
        if (personsEstimate != null && personsEstimate < 0) {
            throw Rejection.invalidField(
                    "personsEstimate",
                    RejectionCodes.NUMBER_OUT_OF_RANGE,
                    Map.of("min", "0", "max", Integer.toString(Integer.MAX_VALUE)));
        }
    }
}
