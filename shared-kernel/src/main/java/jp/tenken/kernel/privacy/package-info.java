/**
 * Erasure of persons and of free texts, as facts: which keys were destroyed, and why.
 *
 * <p>Only events live here, under the sealed {@link jp.tenken.kernel.privacy.PrivacyEvent}. Neither
 * a name nor a text nor a key is ever in one.
 */
@NullMarked
package jp.tenken.kernel.privacy;

import org.jspecify.annotations.NullMarked;
