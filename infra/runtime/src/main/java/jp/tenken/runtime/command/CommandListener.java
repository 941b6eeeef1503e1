package jp.tenken.runtime.command;

/** Hears how commands fare: metrics. Called on any thread; must be quick and must not throw. */
public interface CommandListener {

    /** Hears nothing. */
    CommandListener NONE = attempt -> {};

    /**
     * A command is decided again, because something happened that its decision had not seen.
     *
     * @param attempt how many times it was decided already, from 1
     */
    void retrying(int attempt);
}
