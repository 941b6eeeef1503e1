/**
 * What clients are promised, and whether it was kept: clients that write and remember what they
 * were told, and audits that compare their memory with the log, and the views with a rebuild.
 *
 * <p>Here is what all suites of broken processes share; how a process is broken is theirs. Findings
 * are collected, never thrown: one broken promise must not hide the next.
 */
@NullMarked
package jp.tenken.it.audit;

import org.jspecify.annotations.NullMarked;
