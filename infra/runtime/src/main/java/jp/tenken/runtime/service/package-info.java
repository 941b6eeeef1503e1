/**
 * The assembly that all services share: beans by hand, what is said at the start, health, the end.
 *
 * <p>A service imports {@link jp.tenken.runtime.service.ServiceConfiguration}, brings {@link
 * jp.tenken.runtime.service.ServiceParts} and its endpoints, and is started by {@link
 * jp.tenken.runtime.service.Launch}. No business word may appear here.
 */
@NullMarked
package jp.tenken.runtime.service;

import org.jspecify.annotations.NullMarked;
