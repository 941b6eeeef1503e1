package jp.tenken.kernel.checklist;

import org.jspecify.annotations.Nullable;

/**
 * What stands for an item: the answer and why.
 *
 * @param answer implement or not_needed
 * @param reason why; always there with not_needed, and printed
 */
public record ItemAnswer(Answer answer, @Nullable String reason) {}
