package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * The partition of one municipality, for ever: codes change on mergers, this does not.
 *
 * <p>It is derived from the code under which the municipality was onboarded, so that the write side
 * needs no directory to find it.
 *
 * @param value 1-64 letters, digits, {@code .}, {@code _} or {@code -}
 */
public record TenantId(String value) implements TextValue {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Refuses what is not of the form ({@code tenant-id-invalid}). */
    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalid(RejectionCodes.TENANT_ID_INVALID);
        }
    }

    /** The tenant of this text; a {@link Rejection} where it has not the form. */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    /** The tenant of the municipality that is, or would be, onboarded under this code. */
    public static TenantId derivedFrom(MunicipalityCode code) {
        return new TenantId(DerivedId.of("tenant", code.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
