/**
 * The events of a municipality as other systems read them: in their order, without a gap, each as a
 * CloudEvent around the bytes that were stored.
 *
 * <p>Shared by all ways of delivery. No HTTP and no waiting client lives here, and no payload is
 * ever written anew.
 */
@NullMarked
package jp.tenken.integration.feed;

import org.jspecify.annotations.NullMarked;
