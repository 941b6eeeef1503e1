package jp.tenken.projections;

import java.util.regex.Pattern;

/**
 * The name of a view with the version of its shape, as {@code contract_status_v1}. A changed shape
 * is a new version: it is built beside the old one, then readers switch.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter; at most 48
 *     characters
 * @param version 1 or more
 */
public record ViewName(String name, int version) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    /** Refuses what could not be a table name everywhere. */
    public ViewName {
        if (!NAME.matcher(name).matches() || version < 1) {
            throw new IllegalArgumentException("no view name: " + name + " v" + version);
        }
    }

    /** {@code name_vN}: what stores call it. */
    @Override
    public String toString() {
        return name + "_v" + version;
    }
}
