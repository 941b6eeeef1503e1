package jp.tenken.storage.mongodb;

import java.util.concurrent.Executor;

/**
 * Threads of the engine's own, on which its futures complete: one for each answer, made on the spot
 * and given up behind it, so whoever composes on a future may wait there without holding up others.
 * What is under way at a time is bounded where it begins.
 */
final class OwnThreads {

    /** What the threads are called. */
    static final String NAME = "tenken-mongo";

    static final Executor EXECUTOR = work -> Thread.ofVirtual().name(NAME).start(work);

    private OwnThreads() {}
}
