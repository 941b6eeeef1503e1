package jp.tenken.runtime.service;

/** Says that a service is at work already, but does not have everything yet. Thread-safe. */
@FunctionalInterface
public interface Unready {

    /** Whether whoever waits for health should go on waiting. */
    boolean unready();
}
