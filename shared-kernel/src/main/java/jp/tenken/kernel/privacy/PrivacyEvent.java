package jp.tenken.kernel.privacy;

/**
 * What was erased, and why. The keys are destroyed in the vault; these events let that be done
 * again after a restore.
 */
public sealed interface PrivacyEvent permits PersonErased, TextRedacted {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.privacy";

    /** Why it was erased. */
    String reason();
}
