package jp.tenken.command.form;

import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a filled form says about one item.
 *
 * @param itemCode the item
 * @param answer undecided where the form is blank
 * @param reason what stands in brackets; never null with not_needed
 */
public record FormAnswer(ItemCode itemCode, Answer answer, @Nullable String reason) {}
