@NullMarked
package jp.tenken.query.reading;

import org.jspecify.annotations.NullMarked;
