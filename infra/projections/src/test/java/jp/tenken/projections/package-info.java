/**
 * Specifications of views, processors, rebuilds and waiting, against a log and a store in memory
 * that fail, delay and lose answers when told to. The engines' own suites live with the conformance
 * kit.
 */
@NullMarked
package jp.tenken.projections;

import org.jspecify.annotations.NullMarked;
