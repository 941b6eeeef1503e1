/**
 * Request bodies, read strictly: bounded, valid UTF-8, JSON without duplicate or unknown fields,
 * and no value taken for another. All that is wrong with a body is found in one pass.
 *
 * <p>Here lives the way from bytes to a request record. Rules that need more than the body itself
 * belong to the slices.
 */
@NullMarked
package jp.tenken.edge.body;

import org.jspecify.annotations.NullMarked;
