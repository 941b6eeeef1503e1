/**
 * Stories of people in several municipalities, played over HTTP against the assembled program. What
 * a person would expect after each step is read by the same interface, and read again at the end as
 * it was then.
 *
 * <p>Nothing here looks inside the program.
 */
@NullMarked
package jp.tenken.standalone.scenario;

import org.jspecify.annotations.NullMarked;
