/**
 * What is true of the real program as a whole, seen from outside: one process for all tests that do
 * not end it.
 */
@NullMarked
package jp.tenken.it;

import org.jspecify.annotations.NullMarked;
