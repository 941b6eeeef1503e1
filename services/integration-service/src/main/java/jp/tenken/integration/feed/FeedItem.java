package jp.tenken.integration.feed;

import jp.tenken.kernel.DepartmentCode;
import org.jspecify.annotations.Nullable;

/**
 * An event to be delivered.
 *
 * @param event the event
 * @param departmentCode whose it was when it happened; null where it belongs to no single
 *     department
 */
public record FeedItem(FeedEvent event, @Nullable DepartmentCode departmentCode) {}
