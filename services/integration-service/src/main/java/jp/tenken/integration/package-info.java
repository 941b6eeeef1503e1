/**
 * What other systems get of Tenken: {@link jp.tenken.integration.IntegrationService} lists the
 * endpoints.
 *
 * <p>Below lives one flat package per way of delivery, under the area that it delivers. Everything
 * here reads the log and delivers what stands there; nothing sends a command, keeps a view or reads
 * one.
 */
@NullMarked
package jp.tenken.integration;

import org.jspecify.annotations.NullMarked;
