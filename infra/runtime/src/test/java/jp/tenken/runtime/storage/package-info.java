/** Shows which engine is opened, and what is said where none can be. */
@NullMarked
package jp.tenken.runtime.storage;

import org.jspecify.annotations.NullMarked;
