/**
 * Tests of the write side as a whole, and what the tests of the slices share: how a rejection is
 * recognised, and the events with which they begin.
 */
@NullMarked
package jp.tenken.command;

import org.jspecify.annotations.NullMarked;
