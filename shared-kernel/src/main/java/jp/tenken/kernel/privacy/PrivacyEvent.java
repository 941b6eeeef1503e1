package jp.tenken.kernel.privacy;

import jp.tenken.kernel.SealedText;

/**
 * What was erased, and why. The keys are destroyed in the vault; these events let that be done
 * again after a restore.
 */
public sealed interface PrivacyEvent permits PersonErased, TextRedacted {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.privacy";

    /** Why it was erased; it can be erased itself. */
    SealedText reason();
}
