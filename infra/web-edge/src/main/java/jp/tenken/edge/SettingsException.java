package jp.tenken.edge;

import org.jspecify.annotations.Nullable;

/**
 * Settings with which the process cannot start. The message is one line of plain English for the
 * operator: which setting, what is wrong, what to do.
 */
public final class SettingsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** With what the operator can do about it. */
    public SettingsException(String message) {
        this(message, null);
    }

    /** With what went wrong before, too. */
    public SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
