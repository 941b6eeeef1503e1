/**
 * The read side as a whole, and the fixture in which its views are specified: real log, real
 * processors, real edge, without a socket.
 */
@NullMarked
package jp.tenken.query;

import org.jspecify.annotations.NullMarked;
