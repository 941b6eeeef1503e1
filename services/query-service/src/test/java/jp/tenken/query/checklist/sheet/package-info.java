@NullMarked
package jp.tenken.query.checklist.sheet;

import org.jspecify.annotations.NullMarked;
