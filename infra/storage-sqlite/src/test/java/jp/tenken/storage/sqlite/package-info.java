/**
 * The engine under the conformance suites, and what only this engine must prove: its folder, its
 * recovery, its query plans, its traces on the disk.
 */
@NullMarked
package jp.tenken.storage.sqlite;

import org.jspecify.annotations.NullMarked;
