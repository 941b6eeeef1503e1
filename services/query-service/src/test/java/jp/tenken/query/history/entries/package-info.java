@NullMarked
package jp.tenken.query.history.entries;

import org.jspecify.annotations.NullMarked;
