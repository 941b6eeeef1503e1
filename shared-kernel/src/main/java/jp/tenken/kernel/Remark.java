package jp.tenken.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A free text of an event that is for those who work on the thing only: neither printed nor
 * delivered to integrators. It may be absent (null), so that an event without it is of the same
 * shape.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Remark {}
