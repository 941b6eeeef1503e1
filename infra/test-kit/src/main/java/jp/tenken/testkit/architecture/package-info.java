/**
 * The rules of the house as checks: {@link jp.tenken.testkit.architecture.ArchitectureRules} names
 * the set for each kind of module, and every module's {@code ArchitectureTest} is three lines that
 * ask for its set.
 *
 * <p>No rule is frozen and none is vacuous: a rule that finds nothing to look at fails, and each
 * has a test that shows it biting. No rule about the domain belongs here.
 */
@NullMarked
package jp.tenken.testkit.architecture;

import org.jspecify.annotations.NullMarked;
