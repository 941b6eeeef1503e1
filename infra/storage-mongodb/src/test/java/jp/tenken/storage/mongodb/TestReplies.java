package jp.tenken.storage.mongodb;

import java.util.concurrent.Executors;

/** Where futures of the tests complete: on threads that are nobody else's and may be blocked. */
final class TestReplies {

    static final Replies REPLIES =
            new Replies(
                    Executors.newCachedThreadPool(
                            work -> {
                                Thread thread = new Thread(work, "tenken-test-replies");
                                thread.setDaemon(true);
                                return thread;
                            }));

    private TestReplies() {}
}
