/** Speaks to the edge over the wire: a real server, real tokens, sample endpoints. */
@NullMarked
package jp.tenken.edge;

import org.jspecify.annotations.NullMarked;
