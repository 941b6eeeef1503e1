/**
 * Reading events of older shapes: an {@link jp.tenken.eventstore.upcast.Upcaster} per event name
 * and version turns one shape into the next. The stored bytes never change, and neither do digests:
 * upcasting happens on the way out, for code; the feed delivers what was stored.
 */
@NullMarked
package jp.tenken.eventstore.upcast;

import org.jspecify.annotations.NullMarked;
