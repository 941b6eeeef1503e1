/** Tests of what is told about requests. */
@NullMarked
package jp.tenken.edge.watch;

import org.jspecify.annotations.NullMarked;
