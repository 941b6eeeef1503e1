/** Audits find what they are for. */
@NullMarked
package jp.tenken.it.audit;

import org.jspecify.annotations.NullMarked;
