/**
 * What the service says when it says no: problem codes with their texts, and the one place that
 * turns a failure into an {@code application/problem+json} answer.
 *
 * <p>Here lives everything that knows HTTP status and human language of a refusal. No rule is
 * decided here, and no other package writes an error answer.
 */
@NullMarked
package jp.tenken.edge.problem;

import org.jspecify.annotations.NullMarked;
