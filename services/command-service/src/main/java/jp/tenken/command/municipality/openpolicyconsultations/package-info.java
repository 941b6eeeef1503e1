/**
 * A new edition of a policy is taken up with every contractor, or with some: one consultation per
 * contract that runs and has none about this edition, all in one commit. The item about special
 * provisions, law and policy (OPS-01) is what each of them is about.
 *
 * <p>The boundary is wide: every contract of the municipality. Only what such a decision needs is
 * kept of each event.
 */
@NullMarked
package jp.tenken.command.municipality.openpolicyconsultations;

import org.jspecify.annotations.NullMarked;
