@NullMarked
package jp.tenken.runtime.privacy;

import org.jspecify.annotations.NullMarked;
