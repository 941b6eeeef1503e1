/**
 * What other systems get, as a whole, and the fixture in which deliveries are specified: real log,
 * real edge, without a socket.
 */
@NullMarked
package jp.tenken.integration;

import org.jspecify.annotations.NullMarked;
