/**
 * The conventions of every endpoint: request id, conditional and idempotent requests, paging,
 * points in time, and the limits that protect the process.
 *
 * <p>Each class reads or writes one header or parameter and knows no endpoint.
 */
@NullMarked
package jp.tenken.edge.http;

import org.jspecify.annotations.NullMarked;
