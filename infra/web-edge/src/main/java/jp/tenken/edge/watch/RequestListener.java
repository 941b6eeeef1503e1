package jp.tenken.edge.watch;

import org.jspecify.annotations.Nullable;

/**
 * Hears of every request: metrics, traces and the request log. Called on the threads that serve, so
 * it must be quick and must not block; what it throws is logged and otherwise ignored.
 */
public interface RequestListener {

    /** Hears nothing; a client's trace goes on to the events all the same. */
    RequestListener NONE = (method, traceparent) -> new Watch(traceparent);

    /**
     * A request has come.
     *
     * @param method of HTTP, one of the known ones
     * @param traceparent the client's, well-formed; null = none
     */
    Watch begun(String method, @Nullable String traceparent);

    /** Somebody who watches one request. */
    class Watch {

        private final @Nullable String traceparent;

        /**
         * Of a request.
         *
         * @param traceparent W3C, to be carried by what the request causes; null = none
         */
        public Watch(@Nullable String traceparent) {
            this.traceparent = traceparent;
        }

        /** What the request causes is to carry this; null = nothing. */
        public final @Nullable String traceparent() {
            return traceparent;
        }

        /**
         * The answer begins, or the client is gone. Called once.
         *
         * @param status of HTTP; 0 when the client left before there was an answer
         */
        public void ended(RequestTrail trail, int status) {}
    }
}
