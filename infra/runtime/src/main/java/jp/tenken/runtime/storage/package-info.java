/**
 * The choice of the storage engine: one setting, the same in all services, and one line for the
 * operator where it cannot be.
 *
 * <p>Whoever uses a storage sees its ports only; engines are named here and nowhere else.
 */
@NullMarked
package jp.tenken.runtime.storage;

import org.jspecify.annotations.NullMarked;
