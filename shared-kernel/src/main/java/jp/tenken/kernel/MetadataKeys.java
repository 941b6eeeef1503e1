package jp.tenken.kernel;

/**
 * The names under which commands and events carry what is not payload: whose it is, who did it, and
 * how it is recognised again. Values are texts.
 */
public final class MetadataKeys {

    /** {@link TenantId} of the partition. */
    public static final String TENANT = "tenant";

    /** The caller's subject as the token says. */
    public static final String ACTOR_SUBJECT = "actorSubject";

    /** {@link Role} in which the caller acted. */
    public static final String ACTOR_ROLE = "actorRole";

    /** {@link DepartmentCode} for which the caller acted; absent where it has none or several. */
    public static final String ACTOR_DEPARTMENT = "actorDepartment";

    /** Id of the append; on commands only, on the commit it is a field of its own. */
    public static final String APPEND_ID = "appendId";

    /** Digest of the request, by which a key that was used with another body is recognised. */
    public static final String REQUEST_DIGEST = "requestDigest";

    /**
     * Which part of a request that sends several commands it was; absent where it sends one, or
     * came without a key.
     */
    public static final String REQUEST_PART = "requestPart";

    /** What the decision was about: {@link Decision#resourceId()}. */
    public static final String RESOURCE_ID = "resourceId";

    /** The version after the decision: {@link Decision#version()}. */
    public static final String RESOURCE_VERSION = "resourceVersion";

    /** How the names begin under which {@link Decision#told()} is kept. */
    public static final String TOLD = "told.";

    /** One id for everything that one request caused. */
    public static final String CORRELATION_ID = "correlationId";

    /**
     * W3C {@code traceparent} of the span in which it was decided; absent where the request came
     * without one and nothing is traced.
     */
    public static final String TRACEPARENT = "traceparent";

    private MetadataKeys() {}
}
